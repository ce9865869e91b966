package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseReaderTest {

    @TempDir private Path folder;

    private static Map<String, String> good() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("exercise.properties", "title = A box\npoints = 4\n");
        files.put("task.adoc", "Do it.\n\n[#keep]\n== Keep\n\nText.\n\n[#give]\n== Give\n");
        files.put(
                "hints.adoc", "[#one]\n== First\n\nThink.\n\n[#two]\n== Second\n\nThink again.\n");
        files.put("stub/Box.java", "class Box {}");
        files.put("solution/plain/Box.java", "class Box {}");
        files.put("solution/odd/Box.java", "class Box {}");
        files.put("wrong/empty/Box.java", "class Box {}");
        files.put("wrong/empty/expected.txt", "# why\nwrong-result\nfails BoxTest.keeps\n");
        files.put("tests/BoxTest.java", "class BoxTest {}");
        return files;
    }

    private Exercise read(Map<String, String> files) throws Exception {
        return ExerciseReader.read(TestExercise.write(folder.resolve("box"), files));
    }

    @Test
    void everything_that_the_format_has_is_read() throws Exception {
        Exercise exercise = read(good());
        assertThat(exercise.id()).isEqualTo("box");
        assertThat(exercise.title()).isEqualTo("A box");
        assertThat(exercise.points()).isEqualTo(4);
        assertThat(exercise.tasks())
                .containsExactly(
                        new Exercise.Task("keep", "Keep"), new Exercise.Task("give", "Give"));
        assertThat(exercise.hints()).containsExactly("Think.", "Think again.");
        assertThat(exercise.solutions())
                .extracting(Exercise.Solution::name)
                .containsExactly("odd", "plain");
        assertThat(exercise.wrong().getFirst().faults()).containsExactly(Fault.WRONG_RESULT);
        assertThat(exercise.wrong().getFirst().tests()).containsExactly("BoxTest.keeps");
    }

    @Test
    void every_breach_is_named_with_its_file() {
        var files = good();
        files.put("exercise.properties", "points = many\ncolour = red\n");
        files.put("task.adoc", "== Without an id\n");
        files.put("wrong/empty/expected.txt", "bad luck\n");
        files.remove("tests/BoxTest.java");
        assertThatExceptionOfType(ExerciseException.class)
                .isThrownBy(() -> read(files))
                .satisfies(
                        e ->
                                assertThat(e.problems())
                                        .containsExactlyInAnyOrder(
                                                "box: exercise.properties: there is no setting"
                                                        + " \"colour\".",
                                                "box: exercise.properties: title is missing.",
                                                "box: exercise.properties: points is \"many\", and"
                                                        + " must be a number from 0.5 to 1000.0.",
                                                "box: task.adoc: the section \"Without an id\" has"
                                                        + " no id above it.",
                                                "box: wrong/empty/expected.txt: there is no fault"
                                                        + " \"bad luck\".",
                                                "box: wrong/empty/expected.txt names no fault.",
                                                "box: there is no Java file in tests/."));
    }

    @Test
    void what_an_exercise_allows_besides_is_a_rule_or_an_error() throws Exception {
        var files = good();
        files.put("exercise.properties", "title = A box\nallow = java.io.File exists; !!\n");
        assertThatExceptionOfType(ExerciseException.class)
                .isThrownBy(() -> read(files))
                .withMessageContaining("allow: \"!!\" is no rule");
    }
}
