package dev.interleave.compiler;

import dev.interleave.display.Display;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What cells show with, in a folder of its own: the jar that it comes from has the agent, too,
 * which is not for cells to know.
 */
final class DisplayClasses {

    static final String PACKAGE = Display.class.getPackageName();

    private static final File FOLDER = unpacked();

    private DisplayClasses() {}

    /** For class paths; as long as this JVM lives. */
    static File folder() {
        return FOLDER;
    }

    /** Of what is public all that javac reads; the rest is not named in it. */
    private static File unpacked() {
        try {
            Path folder = Files.createTempDirectory("display");
            folder.toFile().deleteOnExit();
            Path into = folder;
            for (String name : List.of(PACKAGE.split("\\."))) {
                into = Files.createDirectory(into.resolve(name));
                into.toFile().deleteOnExit();
            }
            Path file = into.resolve(Display.class.getSimpleName() + ".class");
            file.toFile().deleteOnExit();
            try (InputStream bytes =
                    Display.class.getResourceAsStream(file.getFileName().toString())) {
                Files.copy(bytes, file);
            }
            return folder.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
