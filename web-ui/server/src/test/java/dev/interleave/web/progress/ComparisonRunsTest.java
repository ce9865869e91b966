package dev.interleave.web.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which measurements are kept. */
class ComparisonRunsTest {

    private static final ComparisonKey KEY = new ComparisonKey("ann", "waiting", "sleepers");
    private static final ComparisonRun.Order ORDER =
            new ComparisonRun.Order(1, 10, false, List.of("a", "b"));

    @TempDir Path folder;

    @Test
    void the_last_ones_are_kept_and_those_that_have_names() {
        try (var database = Database.open(folder)) {
            new Progress(database, Clock.systemUTC()).enrol("ann");
            var runs = new ComparisonRuns(database, Clock.systemUTC());
            runs.begin(KEY, ORDER, "here");
            runs.begin(KEY, ORDER, "here");
            assertThat(runs.name(KEY, 2, "the good one")).isTrue();
            for (var more = 0; more < ComparisonRuns.KEPT; more++) {
                runs.begin(KEY, ORDER, "there");
            }

            var kept = runs.of(KEY);
            assertThat(kept).hasSize(ComparisonRuns.KEPT + 1);
            assertThat(kept.getFirst().name()).isEqualTo("the good one");
            assertThat(kept.getFirst().machine()).isEqualTo("here");
            assertThat(kept.getLast().number()).isEqualTo(12);
        }
    }

    @Test
    void not_too_many_have_names() {
        try (var database = Database.open(folder)) {
            new Progress(database, Clock.systemUTC()).enrol("ann");
            var runs = new ComparisonRuns(database, Clock.systemUTC());
            for (var number = 1; number <= ComparisonRuns.MOST_NAMED; number++) {
                runs.begin(KEY, ORDER, "here");
                assertThat(runs.name(KEY, number, "run " + number)).isTrue();
            }
            runs.begin(KEY, ORDER, "here");

            assertThat(runs.name(KEY, 21, "one more")).isFalse();
            assertThat(runs.name(KEY, 20, "another name")).isTrue();
            assertThat(runs.name(KEY, 20, null)).isTrue();
            assertThat(runs.name(KEY, 21, "one more")).isTrue();
        }
    }
}
