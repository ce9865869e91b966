package dev.interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.explore.corpus.CorpusMain;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Solutions of three exercises: each right one is accepted, each wrong one rejected with its fault.
 */
class CorpusTest {

    private static final int RIGHT = 13;
    private static final int WRONG = 39;

    private static final String SCHEDULES =
            Integer.toString(Integer.getInteger("interleave.schedules", 100));
    private static final String SEED = Long.toString(Long.getLong("interleave.seed", 1));

    @TempDir private Path folder;

    @Test
    void solutions_get_the_verdict_they_deserve() throws Exception {
        var lines =
                new ForkedJvm(folder)
                        .run(CorpusMain.class, "src/test/resources/corpus", SCHEDULES, SEED);

        var right = 0;
        for (var line : lines) {
            var parts = line.split("\\|");
            assertThat(parts).as(line).hasSizeGreaterThan(2);
            var path = parts[0].split("/");
            var deserved = path[1].equals("right") ? "passed" : path[2];
            assertThat(parts[1]).as(line).isEqualTo(deserved);
            assertThat(parts[2]).as("two replays were the same: " + line).isEqualTo("true");
            if (path[1].equals("right")) right++;
        }
        assertThat(right).isEqualTo(RIGHT);
        assertThat(lines).hasSize(RIGHT + WRONG);
    }
}
