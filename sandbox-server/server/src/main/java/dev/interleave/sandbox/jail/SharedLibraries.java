package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shared libraries of the host that a JDK needs, as its dynamic loader finds them: the only
 * files of the host, apart from the JDK, that a jail sees.
 */
final class SharedLibraries {

    /**
     * "libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)" or "/lib64/ld-linux-x86-64.so.2 (0x…)".
     */
    private static final Pattern LINE = Pattern.compile("(?:\\S+ => )?(/\\S+) \\(0x[0-9a-f]+\\)");

    /** What a JVM without a screen and without sound loads. */
    private static final List<String> HEADLESS =
            List.of(
                    "libjli.so",
                    "libjava.so",
                    "libjimage.so",
                    "libverify.so",
                    "libzip.so",
                    "libnet.so",
                    "libnio.so",
                    "libextnet.so",
                    "libmanagement.so",
                    "libmanagement_ext.so",
                    "libinstrument.so",
                    "libprefs.so",
                    "libsyslookup.so");

    private SharedLibraries() {}

    /** The files, by the path under which the loader looks for them. */
    static SortedSet<Path> neededBy(Path jdk) throws IOException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        Stream.concat(
                        Stream.of(jdk.resolve("bin/java"), jdk.resolve("lib/server/libjvm.so")),
                        HEADLESS.stream().map(jdk.resolve("lib")::resolve))
                .filter(Files::exists)
                .forEach(file -> command.add(file.toString()));
        Process ldd = new ProcessBuilder(command).redirectErrorStream(true).start();
        ldd.getOutputStream().close();
        String listing = new String(ldd.getInputStream().readAllBytes());
        return parse(listing, jdk);
    }

    static SortedSet<Path> parse(String listing, Path jdk) {
        SortedSet<Path> files = new TreeSet<>();
        Matcher line = LINE.matcher(listing);
        while (line.find()) {
            Path file = Path.of(line.group(1));
            if (!file.normalize().startsWith(jdk)) {
                files.add(file);
            }
        }
        return files;
    }
}
