package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The course's own lessons follow their format. */
class RealLessonsTest {

    @TempDir Path temp;

    @Test
    void have_no_problems() throws IOException {
        var lessons = Path.of("../../lessons").toAbsolutePath().normalize();
        var result = new CourseBuild(lessons, temp, CourseFolder.ASCII_DOC).run();
        assertThat(result.problems()).isEmpty();
    }
}
