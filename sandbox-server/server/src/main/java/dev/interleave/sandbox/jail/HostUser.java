package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * As which user of the host jails run. A server that is root gives every jail a user of its own, so
 * that nothing inside is root even for the parts of the kernel that ask outside of namespaces; any
 * other server has only itself.
 *
 * @param setpriv changes the user; empty to stay what the server is
 */
record HostUser(Optional<Path> setpriv) {

    /** Numbers that no convention gives to anything else; one for each jail, in turn. */
    private static final long FIRST = 1_879_048_192L;

    private static final long COUNT = 1 << 16;
    private static final String ALL_NUMBERS = "0 0 4294967295";

    /** The user that the server itself is. */
    static final HostUser SERVER = new HostUser(Optional.empty());

    /** The ways that there are here, the better one first. */
    static List<HostUser> candidates() {
        HostUser own = ofEachJail();
        return own.changes() ? List.of(own, SERVER) : List.of(SERVER);
    }

    private static HostUser ofEachJail() {
        try {
            boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
            String map = Files.readString(Path.of("/proc/self/uid_map"));
            boolean anyUser = map.strip().replaceAll("\\s+", " ").equals(ALL_NUMBERS);
            return root && anyUser ? new HostUser(Executables.find("setpriv")) : SERVER;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean changes() {
        return setpriv.isPresent();
    }

    /** The command that becomes this jail's user and then what follows. */
    List<String> prefix(long jail) {
        return setpriv.map(
                        path ->
                                List.of(
                                        path.toString(),
                                        "--reuid=" + number(jail),
                                        "--regid=" + number(jail),
                                        "--clear-groups",
                                        "--"))
                .orElse(List.of());
    }

    /** Gives a file to this jail's user. */
    void give(Path file, long jail) throws IOException {
        if (changes()) {
            Files.setAttribute(file, "unix:uid", (int) number(jail));
        }
    }

    private static long number(long jail) {
        return FIRST + jail % COUNT;
    }
}
