package dev.interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.explore.corpus.CorpusMain;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Solutions of three exercises: each right one is accepted, each wrong one rejected with its fault.
 */
class CorpusTest {

    private static final String SCHEDULES =
            Integer.toString(Integer.getInteger("interleave.schedules", 120));
    private static final String SEED = Long.toString(Long.getLong("interleave.seed", 1));

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "bounded-buffer, BoundedBuffer, 5, 20",
        "oneshot, Oneshot, 4, 12",
        "barrier, Barrier, 4, 7"
    })
    void solutions_get_the_verdict_they_deserve(
            String exercise, String className, int right, int wrong) throws Exception {
        var corpus = Path.of("src/test/resources/corpus").resolve(exercise);
        var lines =
                new ForkedJvm(folder)
                        .run(CorpusMain.class, corpus.toString(), className, SCHEDULES, SEED);

        var verdicts = new ArrayList<String>();
        for (var line : lines) {
            var parts = line.split("\\|");
            assertThat(parts).as(line).hasSizeGreaterThan(2);
            var deserved = parts[0].startsWith("right/") ? "passed" : parts[0].split("/")[1];
            assertThat(parts[1]).as(line).isEqualTo(deserved);
            assertThat(parts[2]).as("two replays were the same: " + line).isEqualTo("true");
            verdicts.add(parts[0]);
        }
        assertThat(verdicts).filteredOn(name -> name.startsWith("right/")).hasSize(right);
        assertThat(verdicts).filteredOn(name -> name.startsWith("wrong/")).hasSize(wrong);
    }
}
