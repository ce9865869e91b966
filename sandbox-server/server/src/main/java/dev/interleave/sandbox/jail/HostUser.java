package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As which user of the host jails run. A server that is root gives every jail a user of its own, so
 * that nothing inside is root even for the parts of the kernel that ask outside of namespaces; any
 * other server has only itself.
 *
 * @param setpriv changes the user; empty to stay what the server is
 * @param shown a folder that only the server may reach, and where it is shown to jails' users
 */
record HostUser(Optional<Path> setpriv, Optional<Shown> shown) {

    /**
     * A folder and where it appears, in a mount namespace of the jail's first process.
     *
     * @param place an empty folder
     */
    record Shown(Path folder, Path place) {}

    /** Numbers that no convention gives to anything else; one for each jail, in turn. */
    private static final long FIRST = 1_879_048_192L;

    private static final long COUNT = 1 << 16;
    private static final String ALL_NUMBERS = "0 0 4294967295";

    /** The user that the server itself is. */
    static final HostUser SERVER = new HostUser(Optional.empty(), Optional.empty());

    private static final String SHOW =
            """
            set -e
            mount --bind "$1" "$2"
            shift 2
            exec "$@"
            """;

    /** The ways that there are here, the better one first. */
    static List<HostUser> candidates() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        String map = Files.readString(Path.of("/proc/self/uid_map"));
        boolean anyUser = map.strip().replaceAll("\\s+", " ").equals(ALL_NUMBERS);
        Optional<Path> setpriv = Executables.find("setpriv");
        return root && anyUser && setpriv.isPresent()
                ? List.of(new HostUser(setpriv, Optional.empty()), SERVER)
                : List.of(SERVER);
    }

    boolean changes() {
        return setpriv.isPresent();
    }

    /** The same, with a folder shown that this user could not reach. */
    HostUser seeing(Path folder, Path place) {
        return new HostUser(setpriv, Optional.of(new Shown(folder, place)));
    }

    /** The command that becomes this jail's user and then what follows. */
    List<String> prefix(long jail) {
        List<String> words = new ArrayList<>();
        shown.ifPresent(
                it -> {
                    words.addAll(List.of("unshare", "--mount", "/bin/sh", "-c", SHOW, "jail"));
                    words.addAll(List.of(it.folder.toString(), it.place.toString()));
                });
        setpriv.ifPresent(
                path -> {
                    words.add(path.toString());
                    words.add("--reuid=" + number(jail));
                    words.add("--regid=" + number(jail));
                    words.addAll(List.of("--clear-groups", "--"));
                });
        return words;
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
