package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Course;
import dev.interleave.lessons.build.data.Lesson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The folder that the course is built into. Each file is written beside its place and moved there,
 * so that a server never reads half of one.
 */
final class Target {

    private static final String COURSE = "course.json";
    private static final String FACTS = "facts.json";
    private static final String STAMP = "made-of";

    private final Path folder;

    Target(Path folder) {
        this.folder = folder;
    }

    /** Whether the last build that ended well was made of what has this hash, and is still here. */
    boolean isMadeOf(String hash, List<Source> lessons) throws IOException {
        var stamp = folder.resolve(STAMP);
        return Files.exists(stamp)
                && Files.readString(stamp).equals(hash)
                && Files.exists(folder.resolve(COURSE))
                && lessons.stream().allMatch(this::has);
    }

    /** Begins a build: until it is finished, nothing here counts as good. */
    void begin() throws IOException {
        Files.deleteIfExists(folder.resolve(STAMP));
    }

    void finish(String hash) throws IOException {
        write(folder.resolve(STAMP), hash.getBytes(StandardCharsets.US_ASCII));
    }

    /** What the last build found out; nothing if there was none or it was of another make. */
    List<Facts> facts() {
        try {
            return List.of(Json.MAPPER.readValue(folder.resolve(FACTS).toFile(), Facts[].class));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Keeps what this build found out. */
    void write(List<Facts> facts) throws IOException {
        write(folder.resolve(FACTS), Json.MAPPER.writeValueAsBytes(facts));
    }

    void write(Lesson lesson) throws IOException {
        write(lesson(lesson.language(), lesson.id()), Json.MAPPER.writeValueAsBytes(lesson));
    }

    /** Writes the map of the course; says whether it changed. */
    boolean write(Course course) throws IOException {
        var file = folder.resolve(COURSE);
        var bytes = Json.MAPPER.writeValueAsBytes(course);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        write(file, bytes);
        return true;
    }

    boolean has(Source lesson) {
        return Files.exists(lesson(lesson.language(), lesson.id()));
    }

    /** Deletes lessons that have no source any more. */
    void keepOnly(Collection<Source> sources) throws IOException {
        Set<Path> wanted = new HashSet<>();
        sources.forEach(source -> wanted.add(lesson(source.language(), source.id())));
        wanted.add(folder.resolve(COURSE));
        wanted.add(folder.resolve(FACTS));
        try (var files = Files.walk(folder, 2)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                if (!wanted.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path lesson(String language, String id) {
        return folder.resolve(language).resolve(id + ".json");
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
