package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** System calls by their x86-64 numbers, made natively, as if the JVM's own defences were gone. */
class KernelAttackTest extends AttackTest {

    private static final String EPERM = "errno 1";
    private static final String EAFNOSUPPORT = "errno 97";
    private static final int CLONE_NEWUTS = 0x04000000;
    private static final int CLONE_NEWUSER = 0x10000000;
    private static final int SIGCHLD = 17;

    @BeforeEach
    void x86() {
        assumeTrue(Architecture.ofThisMachine().equals(Optional.of(Architecture.X86_64)));
    }

    private static void call(String errno, Object... words) throws IOException {
        refused(errno, "KernelAttacks.call", words);
    }

    @Test
    void keyrings_are_out_of_reach() throws IOException {
        call(EPERM, 250, 0, -2, 1);
    }

    @Test
    void there_are_no_sockets_but_local_and_internet_ones() throws IOException {
        int vsock = 40;
        int netlink = 16;
        int packet = 17;
        call(EAFNOSUPPORT, 41, vsock, 1, 0);
        call(EAFNOSUPPORT, 41, netlink, 3, 0);
        call(EAFNOSUPPORT, 41, packet, 3, 0);
    }

    @Test
    void young_and_large_parts_of_the_kernel_are_closed() throws IOException {
        int memfdCreate = 319;
        int userfaultfd = 323;
        int ioUringSetup = 425;
        int ioSetup = 206;
        int fanotifyInit = 300;
        call(EPERM, memfdCreate, "buffer", 0);
        call(EPERM, userfaultfd, 0);
        call(EPERM, ioUringSetup, 1, "buffer");
        call(EPERM, ioSetup, 1, "buffer");
        call(EPERM, fanotifyInit, 0, 0);
    }

    @Test
    void the_machine_as_a_whole_is_out_of_reach() throws IOException {
        int syslogSizeOfBuffer = 10;
        call(EPERM, 103, syslogSizeOfBuffer, 0, 0);
        int clockAdjtime = 305;
        call(EPERM, clockAdjtime, 0, "buffer");
        int personality = 135;
        call(EPERM, personality, 0xffffffffL);
        int sync = 162;
        call(EPERM, sync);
    }

    @Test
    void other_processes_cannot_be_held_or_compared() throws IOException {
        long pid = ProcessHandle.current().pid();
        int pidfdOpen = 434;
        call(EPERM, pidfdOpen, pid, 0);
        int kcmp = 312;
        call(EPERM, kcmp, pid, pid, 0, 0, 0);
    }

    @Test
    void no_namespace_can_be_made() throws IOException {
        int unshare = 272;
        call(EPERM, unshare, CLONE_NEWUTS);
        assertThat(laboratory.inside("KernelAttacks.call", unshare, CLONE_NEWUSER))
                .startsWith("refused")
                .contains(EPERM);
    }

    @Test
    void nothing_can_be_forked() throws IOException {
        int fork = 57;
        int vfork = 58;
        int clone = 56;
        for (Object[] words :
                new Object[][] {
                    {fork}, {vfork}, {clone, SIGCHLD}, {clone, CLONE_NEWUSER | SIGCHLD}
                }) {
            // Not tried outside: the copy would run Java with one thread of many.
            assertThat(laboratory.inside("KernelAttacks.call", words))
                    .startsWith("refused")
                    .contains(EPERM);
        }
    }
}
