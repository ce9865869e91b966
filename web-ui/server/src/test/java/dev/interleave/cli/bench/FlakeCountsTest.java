package dev.interleave.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.grade.ExerciseReader;
import dev.interleave.sandbox.grade.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bench grade.flakes} counts, and what it goes on with. */
class FlakeCountsTest {

    private static final Map<String, String> RACE = Map.of("T.adds", "race");
    private static final Map<String, String> WRONG = Map.of("T.adds", "wrong-result");

    @TempDir Path work;

    @Test
    void what_comes_to_the_same_each_time_is_no_disagreement() {
        var counts = new FlakeCounts(List.of(failed(1, RACE), failed(2, RACE), failed(1, RACE)));

        assertThat(counts.different()).isEmpty();
        assertThat(counts.wrong()).isEmpty();
    }

    @Test
    void another_verdict_is_a_disagreement_with_any_seed() {
        var passes = record("wrong/plain", 2, Verdict.PASSED, Map.of(), List.of("passes."));
        var counts = new FlakeCounts(List.of(failed(1, RACE), passes));

        assertThat(counts.different()).containsExactly(passes);
        assertThat(counts.wrong()).containsExactly(passes);
    }

    @Test
    void another_fault_is_a_disagreement_only_with_the_same_seed() {
        var other = failed(2, WRONG);
        var again = failed(2, RACE);

        assertThat(new FlakeCounts(List.of(failed(1, RACE), other)).different()).isEmpty();
        assertThat(new FlakeCounts(List.of(failed(1, RACE), other, again)).different())
                .containsExactly(again);
    }

    @Test
    void solutions_are_compared_with_themselves_only() {
        var right = record("solution/lock", 1, Verdict.PASSED, Map.of(), List.of());

        assertThat(new FlakeCounts(List.of(failed(1, RACE), right)).different()).isEmpty();
    }

    @Test
    void gradings_are_gone_on_with_until_the_tests_or_the_solution_change() throws Exception {
        write("solution/one/One.java", "class One {}");
        write("tests/OneTest.java", "class OneTest {}");
        var before = solution();
        var kept =
                List.of(
                        new GradingRecord(
                                "one",
                                before.tests(),
                                "solution/one",
                                before.sources(),
                                1,
                                Verdict.PASSED,
                                1,
                                1,
                                Map.of(),
                                List.of(),
                                7));

        assertThat(recalled(kept)).isEqualTo(kept);
        write("tests/OneTest.java", "class OneTest { int more; }");
        assertThat(recalled(kept)).isEmpty();
        write("tests/OneTest.java", "class OneTest {}");
        assertThat(recalled(kept)).isEqualTo(kept);
        write("solution/one/One.java", "class One { int more; }");
        assertThat(recalled(kept)).isEmpty();
    }

    private List<GradingRecord> recalled(List<GradingRecord> kept) throws Exception {
        var solution = solution();
        solution.recall(kept);
        return solution.records();
    }

    private GradedSolution solution() throws Exception {
        write("exercise.properties", "title = One\n");
        write("task.adoc", "Do it.\n");
        write("stub/One.java", "class One {}");
        return new GradedSolution(HandIn.of(ExerciseReader.read(work.resolve("one"))).getFirst());
    }

    private void write(String file, String text) throws IOException {
        var path = work.resolve("one").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static GradingRecord failed(long seed, Map<String, String> faults) {
        return record("wrong/plain", seed, Verdict.FAILED, faults, List.of());
    }

    private static GradingRecord record(
            String solution,
            long seed,
            Verdict verdict,
            Map<String, String> faults,
            List<String> unmet) {
        return new GradingRecord(
                "counter", "a", solution, "b", seed, verdict, 0, 1, faults, unmet, 7);
    }
}
