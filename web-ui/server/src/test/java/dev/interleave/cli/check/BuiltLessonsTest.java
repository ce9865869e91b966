package dev.interleave.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.check.StatedCell;
import dev.interleave.web.TestCourse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltLessonsTest {

    @TempDir Path folder;

    @Test
    void cells_are_checked_under_the_profile_that_was_built_into_them() throws IOException {
        var lessons = BuiltLessons.read(TestCourse.of(folder, "one-carrier"));

        assertThat(lessons)
                .flatExtracting(BuiltLessons.Lesson::cells)
                .extracting(StatedCell::profile)
                .isNotEmpty()
                .containsOnly("one-carrier");
    }
}
