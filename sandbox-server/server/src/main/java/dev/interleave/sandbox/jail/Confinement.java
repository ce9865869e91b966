package dev.interleave.sandbox.jail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a JVM is started here: in a jail, or as a plain process for those who said so. */
sealed interface Confinement {

    /** The user that the process gets. */
    HostUser user();

    /** Where the process joins groups, if there are any. */
    Optional<Cgroups> cgroups();

    /**
     * The command that starts it.
     *
     * @param number of the jail
     * @param socket on which this server listens
     * @param groups files through which the process joins its control groups
     */
    Command command(
            long number, Program program, JailLimits limits, Path socket, List<Path> groups);

    /** Every layer that there is. */
    record Jailed(Bubblewrap bubblewrap, Filters filters, HostUser user, Optional<Cgroups> cgroups)
            implements Confinement {

        /** Files with the system call filters: for one process, and for several. */
        record Filters(Path one, Path several) {

            /** Without control groups nothing would limit how many processes there are. */
            Path of(JailLimits limits, boolean limited) {
                return limits.starts() && limited ? several : one;
            }
        }

        @Override
        public Command command(
                long number, Program program, JailLimits limits, Path socket, List<Path> groups) {
            List<String> words = new ArrayList<>(user.prefix(number));
            words.addAll(bubblewrap.words(program));
            Path filter = filters.of(limits, cgroups.isPresent());
            return new Command(
                    LaunchScript.words(filter, limits, groups, words),
                    bubblewrap.options(program, limits, socket));
        }
    }

    /** A child process with the server's rights. */
    record Plain(Path jdk) implements Confinement {

        @Override
        public HostUser user() {
            return HostUser.SERVER;
        }

        @Override
        public Optional<Cgroups> cgroups() {
            return Optional.empty();
        }

        @Override
        public Command command(
                long number, Program program, JailLimits limits, Path socket, List<Path> groups) {
            List<String> words = new ArrayList<>();
            words.add(jdk.resolve("bin/java").toString());
            words.addAll(program.words(socket.toString()));
            return new Command(words, List.of());
        }
    }
}
