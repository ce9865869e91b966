package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** A copy of this JDK in a folder that nobody else may enter, as in somebody's home. */
final class HiddenJdk {

    private HiddenJdk() {}

    static Path in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path jdk = Path.of(System.getProperty("java.home"));
        Path copy = folder.resolve("jdk");
        try (Stream<Path> files = Files.walk(jdk)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(jdk.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    linkOrCopy(file, target);
                }
            }
        }
        return copy;
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException e) {
            Files.copy(file, target);
        }
    }
}
