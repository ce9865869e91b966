package dev.interleave.sandbox.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Writes bubblewrap's command line.
 *
 * @param executable bubblewrap itself
 * @param jdk what the jail sees as /jdk
 * @param libraries files of the host that the JDK needs
 * @param hosts the file that the jail sees as /etc/hosts
 */
record Bubblewrap(Path executable, Path jdk, Collection<Path> libraries, Path hosts) {

    /** Where the jail finds its control socket. */
    static final String CHANNEL = "/channel";

    /** How it is started, which can be seen inside: as the command line of the first process. */
    List<String> words(Program program) {
        List<String> words = new ArrayList<>();
        // The environment of the first process can be seen inside, too, and shells add to it.
        words.addAll(List.of("/usr/bin/env", "-i", executable.toString()));
        words.addAll(List.of("--args", Integer.toString(LaunchScript.OPTIONS_DESCRIPTOR), "--"));
        words.add("/jdk/bin/java");
        words.addAll(program.relocated(Bubblewrap::inside).words(CHANNEL));
        return words;
    }

    /** What it makes the jail of. */
    List<String> options(Program program, JailLimits limits, Path socket) {
        List<String> words = new ArrayList<>();
        words.addAll(NAMESPACES);
        words.addAll(ENVIRONMENT);
        bind(words, jdk, "/jdk");
        for (Path library : libraries) {
            bind(words, library, library.toString());
        }
        for (Path file : program.files()) {
            bind(words, file, inside(file).toString());
        }
        program.output()
                .ifPresent(
                        f -> words.addAll(List.of("--bind", f.toString(), inside(f).toString())));
        bind(words, hosts, "/etc/hosts");
        bind(words, socket, CHANNEL);
        words.addAll(List.of("--proc", "/proc"));
        // Settings of the whole kernel, which a jail of root's could even write.
        words.addAll(List.of("--size", "4096", "--tmpfs", "/proc/sys"));
        words.addAll(List.of("--remount-ro", "/proc/sys"));
        // bubblewrap's /dev is a tmpfs of half of the memory, and writable.
        words.addAll(List.of("--dev", "/dev", "--size", "65536", "--tmpfs", "/dev/shm"));
        words.addAll(List.of("--remount-ro", "/dev"));
        words.addAll(List.of("--size", Long.toString(limits.tmpBytes()), "--tmpfs", "/tmp"));
        words.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp"));
        words.addAll(List.of("--seccomp", Integer.toString(LaunchScript.FILTER_DESCRIPTOR)));
        return words;
    }

    private static void bind(List<String> words, Path file, String inside) {
        words.addAll(List.of("--ro-bind", file.toString(), inside));
    }

    private static Path inside(Path file) {
        return Path.of("/app").resolve(file.getFileName());
    }

    /**
     * Not {@code --unshare-all}, which goes on without a user namespace where it cannot have one.
     */
    private static final List<String> NAMESPACES =
            List.of(
                    "--unshare-user",
                    "--unshare-pid",
                    "--unshare-net",
                    "--unshare-ipc",
                    "--unshare-uts",
                    "--unshare-cgroup-try",
                    "--disable-userns",
                    "--uid",
                    "65534",
                    "--gid",
                    "65534",
                    "--hostname",
                    "cell",
                    "--cap-drop",
                    "ALL",
                    "--new-session",
                    "--die-with-parent");

    /** One malloc arena: threads would otherwise hold tens of megabytes each. */
    private static final List<String> ENVIRONMENT =
            List.of(
                    "--clearenv",
                    "--setenv",
                    "LANG",
                    "C.UTF-8",
                    "--setenv",
                    "MALLOC_ARENA_MAX",
                    "1");
}
