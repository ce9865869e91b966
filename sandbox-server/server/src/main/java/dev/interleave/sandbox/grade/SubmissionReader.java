package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the submissions in what an instructor was handed in. Everything in there may be hostile:
 * links are not followed, sizes are looked at before files are read, and files are only ever read.
 * What is left out is named with the reason, so that nobody is forgotten.
 */
public final class SubmissionReader {

    private static final long MOST_BYTES = 256 << 10;
    private static final int MOST_FILES = 64;
    private static final int DEEPEST = 12;
    private static final List<String> MAVEN = List.of("src", "main", "java");
    private static final String LINK = "It is a link, and links are not followed.";
    private static final String ARCHIVE = "It is an archive. Unpack it, and grade the folder.";
    private static final Set<String> ARCHIVES =
            Set.of("zip", "jar", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz");

    private final Exercise exercise;
    private final Set<String> testFiles;

    public SubmissionReader(Exercise exercise) {
        this.exercise = exercise;
        this.testFiles =
                exercise.tests().stream()
                        .map(file -> lastName(file.name()))
                        .collect(Collectors.toSet());
    }

    /** What was found under one path: a submission, or why it cannot be graded. */
    public sealed interface Found {

        String name();

        record Readable(Submission submission) implements Found {
            @Override
            public String name() {
                return submission.name();
            }
        }

        record Unreadable(String name, String reason) implements Found {}
    }

    /**
     * A file is a submission, and so is a folder with Java files directly in it or in {@code
     * src/main/java}; any other folder is searched for submissions.
     *
     * @return all that are there, in the order of their names
     */
    public List<Found> read(Path path) {
        return read(path, 0);
    }

    private List<Found> read(Path path, int depth) {
        try {
            return find(path, depth);
        } catch (IOException e) {
            return List.of(unreadable(path, "It cannot be read: " + e.getMessage()));
        } catch (UncheckedIOException e) {
            return List.of(unreadable(path, "It cannot be read: " + e.getCause().getMessage()));
        }
    }

    private List<Found> find(Path path, int depth) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return List.of(unreadable(path, LINK));
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(isArchive(path) ? unreadable(path, ARCHIVE) : single(path));
        }
        if (depth > DEEPEST) {
            return List.of(unreadable(path, "Its folders are nested too deeply."));
        }
        Optional<Path> maven = maven(path);
        if (maven.isPresent()) {
            return List.of(folder(path, maven.get()));
        }
        List<Path> children = children(path);
        List<Path> direct = children.stream().filter(c -> c.toString().endsWith(".java")).toList();
        if (!direct.isEmpty()) {
            return isHandIn(direct) ? each(direct, depth) : List.of(folder(path, path));
        }
        List<Path> others = children.stream().filter(SubmissionReader::isSomebodys).toList();
        return others.isEmpty() ? List.of(folder(path, path)) : each(others, depth);
    }

    /** Each of its folders is looked at: a link may be in the middle. */
    private static Optional<Path> maven(Path folder) {
        Path inner = folder;
        for (String name : MAVEN) {
            inner = inner.resolve(name);
            if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
        }
        return Optional.of(inner);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** Somebody's hand-in, or what somebody took for one. */
    private static boolean isSomebodys(Path path) {
        return Files.isSymbolicLink(path)
                || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || isArchive(path);
    }

    private static boolean isArchive(Path path) {
        String name = lastName(path.toString());
        return ARCHIVES.contains(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Found unreadable(Path path, String reason) {
        return new Found.Unreadable(path.toString(), reason);
    }

    /**
     * Many files for an exercise of one file, none of them called like it: one from each learner.
     */
    private boolean isHandIn(List<Path> files) {
        return exercise.stub().size() == 1
                && files.size() > 1
                && files.stream()
                        .map(file -> file.getFileName().toString())
                        .noneMatch(lastName(exercise.stub().getFirst().name())::equals);
    }

    private List<Found> each(List<Path> paths, int depth) {
        List<Found> found = new ArrayList<>();
        for (Path path : paths) {
            found.addAll(read(path, depth + 1));
        }
        return found;
    }

    private Found single(Path file) throws IOException {
        return files(file.toString(), List.of(file), List.of(lastName(file.toString())));
    }

    private Found folder(Path named, Path folder) throws IOException {
        List<Path> files =
                SourceFolder.paths(folder).stream()
                        .filter(file -> !testFiles.contains(file.getFileName().toString()))
                        .toList();
        List<String> names =
                files.stream()
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .toList();
        return files(named.toString(), files, names);
    }

    private Found files(String name, List<Path> paths, List<String> names) throws IOException {
        if (paths.isEmpty()) {
            return new Found.Unreadable(name, "There is no Java file in it.");
        }
        if (paths.size() > MOST_FILES) {
            return new Found.Unreadable(name, "It has more than " + MOST_FILES + " files.");
        }
        List<SourceFile> files = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < paths.size(); i++) {
            Path path = paths.get(i);
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return new Found.Unreadable(name, "It is not an ordinary file.");
            }
            bytes += Files.size(path);
            if (bytes > MOST_BYTES) {
                return new Found.Unreadable(
                        name, "It is larger than " + (MOST_BYTES >> 10) + " KiB.");
            }
            try {
                files.add(new SourceFile(names.get(i), decode(Files.readAllBytes(path))));
            } catch (CharacterCodingException e) {
                return new Found.Unreadable(name, names.get(i) + " is not UTF-8 text.");
            }
        }
        return new Found.Readable(new Submission(name, named(files)));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** A single file is what the exercise calls its file, however the learner called it. */
    private List<SourceFile> named(List<SourceFile> files) {
        Set<String> wanted = new HashSet<>();
        exercise.stub().forEach(file -> wanted.add(file.name()));
        boolean same = files.stream().anyMatch(file -> wanted.contains(file.name()));
        if (files.size() == 1 && exercise.stub().size() == 1 && !same) {
            return Submission.ofText("", exercise, files.getFirst().text()).files();
        }
        return files;
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
