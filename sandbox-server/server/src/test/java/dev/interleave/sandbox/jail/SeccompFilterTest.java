package dev.interleave.sandbox.jail;

import static dev.interleave.sandbox.jail.SeccompFilter.ALLOW;
import static dev.interleave.sandbox.jail.SeccompFilter.KILL;
import static dev.interleave.sandbox.jail.SeccompFilter.NOT_PERMITTED;
import static dev.interleave.sandbox.jail.SeccompFilter.NO_SUCH_CALL;
import static dev.interleave.sandbox.jail.SeccompFilter.NO_SUCH_FAMILY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Decodes the filters and asks them about system calls, as the kernel does. */
class SeccompFilterTest {

    private static final int CLONE_THREAD = 0x10000;
    private static final int TIOCSTI = 0x5412;

    private static int asked(Architecture machine, int number, long... arguments) {
        return BpfMachine.run(
                SeccompFilter.program(machine), machine.auditNumber, number, arguments);
    }

    @ParameterizedTest
    @EnumSource
    void every_denied_call_is_refused(Architecture machine) {
        assertThat(DeniedCall.values())
                .filteredOn(call -> call.existsOn(machine))
                .hasSizeGreaterThan(70)
                .allSatisfy(
                        call ->
                                assertThat(asked(machine, call.number(machine)))
                                        .isEqualTo(NOT_PERMITTED));
    }

    @ParameterizedTest
    @EnumSource
    void no_number_stands_for_two_calls(Architecture machine) {
        Stream<Integer> denied =
                Arrays.stream(DeniedCall.values())
                        .filter(call -> call.existsOn(machine))
                        .map(call -> call.number(machine));
        Stream<Integer> looked =
                Stream.of(
                        machine.clone,
                        machine.clone3,
                        machine.socket,
                        machine.socketpair,
                        machine.ioctl);
        assertThat(Stream.concat(denied, looked)).doesNotHaveDuplicates();
    }

    @Test
    void what_a_jvm_needs_is_allowed() {
        int read = 0;
        int mmap = 9;
        int futex = 202;
        int execve = 59;
        int rseq = 334;
        for (int number : List.of(read, mmap, futex, execve, rseq)) {
            assertThat(asked(Architecture.X86_64, number)).isEqualTo(ALLOW);
        }
        int armRead = 63;
        int armMmap = 222;
        int armFutex = 98;
        int armExecve = 221;
        for (int number : List.of(armRead, armMmap, armFutex, armExecve)) {
            assertThat(asked(Architecture.AARCH64, number)).isEqualTo(ALLOW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void threads_can_be_made_and_processes_cannot(Architecture machine) {
        int sigchld = 17;
        int newUser = 0x10000000;
        assertThat(asked(machine, machine.clone, CLONE_THREAD | 0x3d0f00)).isEqualTo(ALLOW);
        assertThat(asked(machine, machine.clone, sigchld)).isEqualTo(NOT_PERMITTED);
        assertThat(asked(machine, machine.clone, newUser | sigchld)).isEqualTo(NOT_PERMITTED);
        assertThat(asked(machine, machine.clone3, 0)).isEqualTo(NO_SUCH_CALL);
    }

    @ParameterizedTest
    @EnumSource
    void where_processes_can_be_started_namespaces_cannot(Architecture machine) {
        byte[] filter = SeccompFilter.program(machine, true);
        int sigchld = 17;
        int spawn = 0x4100 | sigchld;
        assertThat(BpfMachine.run(filter, machine.auditNumber, machine.clone, sigchld))
                .isEqualTo(ALLOW);
        assertThat(BpfMachine.run(filter, machine.auditNumber, machine.clone, spawn))
                .isEqualTo(ALLOW);
        for (int newNamespace :
                List.of(1 << 17, 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30)) {
            assertThat(
                            BpfMachine.run(
                                    filter,
                                    machine.auditNumber,
                                    machine.clone,
                                    newNamespace | sigchld))
                    .isEqualTo(NOT_PERMITTED);
        }
        assertThat(DeniedCall.values())
                .filteredOn(call -> call.existsOn(machine))
                .filteredOn(call -> call != DeniedCall.FORK && call != DeniedCall.VFORK)
                .allSatisfy(
                        call ->
                                assertThat(
                                                BpfMachine.run(
                                                        filter,
                                                        machine.auditNumber,
                                                        call.number(machine)))
                                        .isEqualTo(NOT_PERMITTED));
    }

    @ParameterizedTest
    @EnumSource
    void only_local_and_internet_sockets_can_be_made(Architecture machine) {
        List<Integer> allowed = List.of(1, 2, 10);
        for (int family = 0; family < 64; family++) {
            int expected = allowed.contains(family) ? ALLOW : NO_SUCH_FAMILY;
            assertThat(asked(machine, machine.socket, family, 1)).isEqualTo(expected);
            assertThat(asked(machine, machine.socketpair, family, 1)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_can_be_typed_into_a_terminal(Architecture machine) {
        int bytesToRead = 0x541b;
        assertThat(asked(machine, machine.ioctl, 0, TIOCSTI)).isEqualTo(NOT_PERMITTED);
        // The kernel looks at the lower half only.
        assertThat(asked(machine, machine.ioctl, 0, 1L << 32 | TIOCSTI)).isEqualTo(NOT_PERMITTED);
        assertThat(asked(machine, machine.ioctl, 0, bytesToRead)).isEqualTo(ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void calls_that_nobody_has_looked_at_do_not_exist(Architecture machine) {
        assertThat(asked(machine, SeccompFilter.LAST_REVIEWED + 1)).isEqualTo(NO_SUCH_CALL);
        assertThat(asked(machine, 4000)).isEqualTo(NO_SUCH_CALL);
    }

    @Test
    void calls_by_another_architectures_numbers_end_the_process() {
        int i386 = 0x40000003;
        int read = 0;
        int x32 = 0x40000000;
        byte[] filter = SeccompFilter.program(Architecture.X86_64);
        assertThat(BpfMachine.run(filter, i386, read)).isEqualTo(KILL);
        assertThat(asked(Architecture.X86_64, x32 | read)).isEqualTo(KILL);
        assertThat(asked(Architecture.X86_64, -1)).isEqualTo(KILL);
    }
}
