package dev.interleave.sandbox.jail;

/**
 * The system calls that are refused in every jail, with their numbers.
 *
 * <p>What they reach is either not divided by namespaces, or is a part of the kernel that a JVM
 * does not need and that had more than its share of holes.
 */
enum DeniedCall {
    // Starting and watching processes.
    FORK(57, -1),
    VFORK(58, -1),
    EXECVEAT(322, 281),
    PTRACE(101, 117),
    PROCESS_VM_READV(310, 270),
    PROCESS_VM_WRITEV(311, 271),
    PROCESS_MADVISE(440, 440),
    PROCESS_MRELEASE(448, 448),
    KCMP(312, 272),
    PIDFD_OPEN(434, 434),
    PIDFD_GETFD(438, 438),
    PIDFD_SEND_SIGNAL(424, 424),
    // Mounts, namespaces, handles that lead around them, and what burdens the host's disks.
    MOUNT(165, 40),
    UMOUNT2(166, 39),
    PIVOT_ROOT(155, 41),
    CHROOT(161, 51),
    SETNS(308, 268),
    UNSHARE(272, 97),
    OPEN_TREE(428, 428),
    MOVE_MOUNT(429, 429),
    FSOPEN(430, 430),
    FSCONFIG(431, 431),
    FSMOUNT(432, 432),
    FSPICK(433, 433),
    MOUNT_SETATTR(442, 442),
    OPEN_BY_HANDLE_AT(304, 265),
    NAME_TO_HANDLE_AT(303, 264),
    QUOTACTL(179, 60),
    QUOTACTL_FD(443, 443),
    FANOTIFY_INIT(300, 262),
    FANOTIFY_MARK(301, 263),
    SYNC(162, 81),
    SYNCFS(306, 267),
    // Keyrings, which no namespace divides.
    ADD_KEY(248, 217),
    REQUEST_KEY(249, 218),
    KEYCTL(250, 219),
    // Large or young parts of the kernel that a JVM does not need.
    BPF(321, 280),
    PERF_EVENT_OPEN(298, 241),
    USERFAULTFD(323, 282),
    MEMFD_CREATE(319, 279),
    MEMFD_SECRET(447, 447),
    IO_URING_SETUP(425, 425),
    IO_URING_ENTER(426, 426),
    IO_URING_REGISTER(427, 427),
    IO_SETUP(206, 0),
    IO_DESTROY(207, 1),
    IO_GETEVENTS(208, 4),
    IO_SUBMIT(209, 2),
    IO_CANCEL(210, 3),
    // The machine as a whole.
    INIT_MODULE(175, 105),
    FINIT_MODULE(313, 273),
    DELETE_MODULE(176, 106),
    KEXEC_LOAD(246, 104),
    KEXEC_FILE_LOAD(320, 294),
    REBOOT(169, 142),
    SWAPON(167, 224),
    SWAPOFF(168, 225),
    ACCT(163, 89),
    SYSLOG(103, 116),
    PERSONALITY(135, 92),
    VHANGUP(153, 58),
    LOOKUP_DCOOKIE(212, 18),
    SETTIMEOFDAY(164, 170),
    CLOCK_SETTIME(227, 112),
    ADJTIMEX(159, 171),
    CLOCK_ADJTIME(305, 266),
    SETHOSTNAME(170, 161),
    SETDOMAINNAME(171, 162),
    IOPERM(173, -1),
    IOPL(172, -1),
    MODIFY_LDT(154, -1),
    // System V and POSIX IPC.
    MQ_OPEN(240, 180),
    MQ_UNLINK(241, 181),
    MQ_TIMEDSEND(242, 182),
    MQ_TIMEDRECEIVE(243, 183),
    MQ_NOTIFY(244, 184),
    MQ_GETSETATTR(245, 185),
    MSGGET(68, 186),
    MSGSND(69, 189),
    MSGRCV(70, 188),
    MSGCTL(71, 187),
    SEMGET(64, 190),
    SEMOP(65, 193),
    SEMCTL(66, 191),
    SEMTIMEDOP(220, 192),
    SHMGET(29, 194),
    SHMAT(30, 196),
    SHMCTL(31, 195),
    SHMDT(67, 197),
    // Placement of memory.
    MIGRATE_PAGES(256, 238),
    MOVE_PAGES(279, 239),
    MBIND(237, 235),
    SET_MEMPOLICY(238, 237),
    SET_MEMPOLICY_HOME_NODE(450, 450),
    // Remains of old kernels.
    USELIB(134, -1),
    USTAT(136, -1),
    SYSFS(139, -1),
    SYSCTL(156, -1),
    NFSSERVCTL(180, 42);
    private static final int ABSENT = -1;

    private final int x86;
    private final int arm;

    DeniedCall(int x86, int arm) {
        this.x86 = x86;
        this.arm = arm;
    }

    boolean existsOn(Architecture architecture) {
        return number(architecture) != ABSENT;
    }

    int number(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> x86;
            case AARCH64 -> arm;
        };
    }
}
