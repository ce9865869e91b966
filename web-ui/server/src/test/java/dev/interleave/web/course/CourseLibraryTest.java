package dev.interleave.web.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.sandbox.Profile;
import dev.interleave.web.TestCourse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseLibraryTest {

    @TempDir Path folder;

    @Test
    void a_lesson_knows_its_profile() throws IOException {
        var library = CourseLibrary.read(TestCourse.of(folder, "one-carrier"));

        assertThat(library.lesson("two-cells").profile()).isEqualTo(Profile.ONE_CARRIER);
    }

    @Test
    void a_profile_that_does_not_exist_ends_the_start() throws IOException {
        var course = TestCourse.of(folder, "fast");

        assertThatThrownBy(() -> CourseLibrary.read(course))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("names the profile \"fast\", which does not exist");
    }
}
