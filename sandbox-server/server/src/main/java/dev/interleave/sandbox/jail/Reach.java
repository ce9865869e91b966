package dev.interleave.sandbox.jail;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Asks what any user of the host may do. */
final class Reach {

    private Reach() {}

    /** Whether everybody may run the JVM of this JDK; its real path. */
    static boolean isForEverybody(Path jdk) throws IOException {
        return everybodyMay(OTHERS_READ, jdk.resolve("lib/modules"))
                && everybodyMay(OTHERS_EXECUTE, jdk.resolve("bin/java"));
    }

    private static boolean everybodyMay(Object permission, Path file) throws IOException {
        if (!permissions(file).contains(permission)) {
            return false;
        }
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (!permissions(folder).contains(OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static Set<?> permissions(Path file) throws IOException {
        return Files.getPosixFilePermissions(file);
    }
}
