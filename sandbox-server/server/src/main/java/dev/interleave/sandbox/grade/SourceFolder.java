package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java files below a folder, whoever wrote them: links are not followed. */
final class SourceFolder {

    private static final int DEPTH = 12;

    private SourceFolder() {}

    /** In the order of their names; none if there is no such folder. */
    static List<SourceFile> read(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path file : paths(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            files.add(new SourceFile(name, Files.readString(file)));
        }
        return files;
    }

    /** Ordinary files only. */
    static List<Path> paths(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.getFileName().toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
