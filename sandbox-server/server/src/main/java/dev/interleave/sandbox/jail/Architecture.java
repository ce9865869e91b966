package dev.interleave.sandbox.jail;

import java.util.Optional;

/** The processors for which there is a system call filter. */
enum Architecture {
    X86_64(0xC000003E, 56, 435, 41, 53, 16),
    AARCH64(0xC00000B7, 220, 435, 198, 199, 29);

    /** What the kernel calls it in {@code struct seccomp_data}. */
    final int auditNumber;

    /** Numbers of the system calls whose arguments are looked at. */
    final int clone;

    final int clone3;
    final int socket;
    final int socketpair;
    final int ioctl;

    Architecture(int auditNumber, int clone, int clone3, int socket, int socketpair, int ioctl) {
        this.auditNumber = auditNumber;
        this.clone = clone;
        this.clone3 = clone3;
        this.socket = socket;
        this.socketpair = socketpair;
        this.ioctl = ioctl;
    }

    /** The one of this machine, if there is a filter for it. */
    static Optional<Architecture> ofThisMachine() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }
}
