package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Lesson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The course's own lessons. */
public final class RealLessons {

    static final Path FOLDER = Path.of("../../lessons").toAbsolutePath().normalize();

    private RealLessons() {}

    /** Builds the course into a folder and reads its lessons in the source language. */
    public static List<Lesson> convert(Path target) throws IOException {
        var build = new CourseBuild(FOLDER, target, CourseFolder.ASCII_DOC).run();
        if (!build.problems().isEmpty()) {
            throw new AssertionError(build.problems());
        }
        var lessons = new ArrayList<Lesson>();
        for (var facts : build.converted()) {
            if (facts.language().equals(LessonFiles.SOURCE_LANGUAGE)) {
                var file = target.resolve(facts.language()).resolve(facts.id() + ".json");
                lessons.add(Json.MAPPER.readValue(file.toFile(), Lesson.class));
            }
        }
        return lessons;
    }
}
