package dev.interleave.sandbox.jail;

import java.util.EnumSet;
import java.util.Set;

/**
 * The system call filter of the jails, written for one architecture.
 *
 * <p>It is a list of what is refused and not of what is allowed, because the next update of the JDK
 * may call something new; but only calls up to {@link #LAST_REVIEWED} pass, so that a younger
 * kernel adds nothing to what a jail can reach.
 */
final class SeccompFilter {

    /** Largest number of a system call that was looked at; the same on all architectures. */
    static final int LAST_REVIEWED = 450;

    static final int ALLOW = 0x7fff0000;
    static final int KILL = 0x80000000;
    private static final int ERRNO = 0x00050000;
    static final int NOT_PERMITTED = ERRNO | 1;
    static final int NO_SUCH_CALL = ERRNO | 38;
    static final int NO_SUCH_FAMILY = ERRNO | 97;

    /** Offsets in {@code struct seccomp_data}; arguments are 64 bits wide, little endian. */
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int X32_CALLS = 0x40000000;
    private static final int CLONE_THREAD = 0x00010000;

    /** The flags that ask for a new namespace of any kind. */
    private static final int CLONE_NEW = 0x7e020000;

    private static final int AF_UNIX = 1;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int TIOCSTI = 0x5412;
    private static final int TIOCLINUX = 0x541C;

    private static final Set<DeniedCall> STARTS = EnumSet.of(DeniedCall.FORK, DeniedCall.VFORK);

    private SeccompFilter() {}

    /** For jails with one process. */
    static byte[] program(Architecture machine) {
        return program(machine, false);
    }

    /**
     * The filter.
     *
     * @param processes whether processes may be started that share all namespaces
     */
    static byte[] program(Architecture machine, boolean processes) {
        Bpf filter = new Bpf().load(ARCHITECTURE).returnsUnlessEqual(machine.auditNumber, KILL);
        filter.load(NUMBER).returnsIfAtLeast(X32_CALLS, KILL);
        filter.returnsIfGreater(LAST_REVIEWED, NO_SUCH_CALL);
        for (DeniedCall call : DeniedCall.values()) {
            if (call.existsOn(machine) && !(processes && STARTS.contains(call))) {
                filter.returnsIfEqual(call.number(machine), NOT_PERMITTED);
            }
        }
        // The flags of clone3 are behind a pointer; without it libc falls back to clone.
        filter.returnsIfEqual(machine.clone3, NO_SUCH_CALL);
        filter.ifEqual(machine.clone, processes ? noNamespaces() : onlyThreads());
        filter.ifEqual(machine.socket, onlyFamilies());
        filter.ifEqual(machine.socketpair, onlyFamilies());
        filter.ifEqual(machine.ioctl, noTerminalInput());
        return filter.returns(ALLOW).bytes();
    }

    private static Bpf onlyThreads() {
        return new Bpf()
                .load(FIRST_ARGUMENT)
                .and(CLONE_THREAD)
                .returnsIfEqual(0, NOT_PERMITTED)
                .returns(ALLOW);
    }

    private static Bpf noNamespaces() {
        return new Bpf()
                .load(FIRST_ARGUMENT)
                .and(CLONE_NEW)
                .returnsUnlessEqual(0, NOT_PERMITTED)
                .returns(ALLOW);
    }

    private static Bpf onlyFamilies() {
        return new Bpf()
                .load(FIRST_ARGUMENT)
                .returnsIfEqual(AF_UNIX, ALLOW)
                .returnsIfEqual(AF_INET, ALLOW)
                .returnsIfEqual(AF_INET6, ALLOW)
                .returns(NO_SUCH_FAMILY);
    }

    /** Typing into the terminal of whoever started the server. */
    private static Bpf noTerminalInput() {
        return new Bpf()
                .load(SECOND_ARGUMENT)
                .returnsIfEqual(TIOCSTI, NOT_PERMITTED)
                .returnsIfEqual(TIOCLINUX, NOT_PERMITTED)
                .returns(ALLOW);
    }
}
