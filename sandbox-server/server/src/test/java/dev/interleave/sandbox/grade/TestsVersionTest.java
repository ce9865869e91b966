package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestsVersionTest {

    private static final String TESTS = "class BoxTest {}";

    @TempDir private Path folder;

    private Exercise exercise(String place, String settings, String solution, String tests) {
        return TestExercise.of(
                folder.resolve(place).resolve("box"), settings, "Box", solution, tests);
    }

    private String version(String place, String settings, String tests) {
        return TestsVersion.of(exercise(place, settings, "class Box {}", tests));
    }

    @Test
    void the_same_tests_have_the_same_version_wherever_they_are() {
        var first = version("one", "points = 4", TESTS);

        assertThat(first).matches("[0-9a-f]{12}");
        assertThat(version("two", "points = 4", TESTS)).isEqualTo(first);
        assertThat(TestsVersion.of(exercise("three", "points = 4", "class Box { }", TESTS)))
                .isEqualTo(first);
    }

    @Test
    void tests_points_and_settings_that_change_give_another_version() {
        assertThat(
                        new String[] {
                            version("one", "points = 4", TESTS),
                            version("two", "points = 4", TESTS + " "),
                            version("three", "points = 5", TESTS),
                            version("four", "points = 4\ntimeout = 3", TESTS),
                            version("five", "points = 4\nallow = java.io.File exists", TESTS)
                        })
                .doesNotHaveDuplicates();
    }

    /** A judge who gets it again knows it by that. */
    @Test
    void an_exercise_that_is_read_twice_equals_itself() {
        assertThat(exercise("one", "", "class Box {}", TESTS))
                .isEqualTo(exercise("one", "", "class Box {}", TESTS));
    }
}
