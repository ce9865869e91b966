package dev.interleave.sandbox.grade.exercism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes an exercise of a folder of Exercism's Java track. Sources and tests are copied as they are;
 * the instructions become AsciiDoc.
 *
 * <pre>
 *  src/main/java                        ─► stub/
 *  .meta/src/reference/java or          ─► solution/reference/, with what the stub has besides
 *  .meta/src/exemplar/java
 *  src/test/java                        ─► tests/
 *  .docs/introduction.md, instructions.md, hints.md  ─► task.adoc, hints.adoc
 * </pre>
 */
public final class ExercismImport {

    private static final List<String> REFERENCES =
            List.of(".meta/src/reference/java", ".meta/src/exemplar/java");

    private final Path from;
    private final Path to;

    private ExercismImport(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Imports one exercise.
     *
     * @param exercises where its folder is made, under the same name
     * @return the folder
     * @throws IOException if it is there already, a part is missing, or a file cannot be copied
     */
    public static Path into(Path exercises, Path folder) throws IOException {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        Path to = exercises.resolve(name.toString());
        if (Files.exists(to)) {
            throw new IOException(to + " is there already.");
        }
        new ExercismImport(folder, to).run();
        return to;
    }

    private void run() throws IOException {
        Path stub = part("src/main/java");
        Path tests = part("src/test/java");
        Path reference = reference();
        copy(stub, to.resolve("stub"));
        copy(stub, to.resolve("solution/reference"));
        copy(reference, to.resolve("solution/reference"));
        copy(tests, to.resolve("tests"));
        Files.writeString(to.resolve("exercise.properties"), properties());
        String task = (document("introduction") + document("instructions")).strip();
        Files.writeString(to.resolve("task.adoc"), task + "\n");
        String hints = document("hints");
        if (!hints.isBlank()) {
            Files.writeString(to.resolve("hints.adoc"), hints);
        }
    }

    private Path part(String name) throws IOException {
        Path part = from.resolve(name);
        if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("There is no " + name + " in " + from + ".");
        }
        return part;
    }

    private Path reference() throws IOException {
        for (String name : REFERENCES) {
            if (Files.isDirectory(from.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                return from.resolve(name);
            }
        }
        throw new IOException("There is no reference solution in " + from.resolve(".meta") + ".");
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(source)) {
            files =
                    all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .filter(file -> file.toString().endsWith(".java"))
                            .toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.write(copy, Files.readAllBytes(file));
        }
    }

    /** Exercism disables all tests but the first, for learners to enable one after the other. */
    private String properties() {
        String title =
                Arrays.stream(to.getFileName().toString().split("-"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining(" "));
        return "title = " + title + "\nrun-disabled = true\n";
    }

    private String document(String name) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(name + ".md", name + ".append.md")) {
            Path file = from.resolve(".docs").resolve(part);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                text.append(new Markdown(Files.readString(file)).toAsciiDoc()).append('\n');
            }
        }
        return text.toString();
    }
}
