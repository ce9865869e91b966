package dev.interleave.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the time that a process could use counts. */
class OwnTimeTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void all_time_counts_while_nothing_has_to_wait() {
        assertThat(OwnTime.counted(SECOND, 0, 0, 2)).isEqualTo(SECOND);
        assertThat(OwnTime.counted(SECOND, SECOND / 10, 0, 2)).isEqualTo(SECOND);
        assertThat(OwnTime.counted(SECOND, 2 * SECOND, 0, 2)).isEqualTo(SECOND);
    }

    @Test
    void threads_that_wait_for_each_other_make_time_no_slower() {
        assertThat(OwnTime.counted(SECOND, 2 * SECOND, 50 * SECOND, 2)).isEqualTo(SECOND);
    }

    @Test
    void what_others_take_does_not_count() {
        assertThat(OwnTime.counted(SECOND, SECOND / 4, 3 * SECOND / 4, 2)).isEqualTo(SECOND / 4);
        assertThat(OwnTime.counted(SECOND, SECOND / 2, 50 * SECOND, 2)).isEqualTo(SECOND / 4);
        assertThat(OwnTime.counted(SECOND, 0, 50 * SECOND, 2)).isZero();
    }

    @Test
    void a_short_wait_of_one_that_sleeps_takes_only_that_away() {
        assertThat(OwnTime.counted(SECOND, SECOND / 100, SECOND / 100, 2))
                .isEqualTo(99 * SECOND / 100);
    }

    @Test
    void it_is_read_where_the_kernel_counts(@TempDir Path task) throws Exception {
        Path thread = Files.createDirectory(task.resolve("7"));
        Path file = Files.writeString(thread.resolve("schedstat"), "100 200 3\n");
        OwnTime time = new OwnTime(List.of(task));
        Files.writeString(file, "100 " + Long.MAX_VALUE / 2 + " 3\n");
        assertThat(time.nanos()).isZero();
    }

    @Test
    void where_nobody_counts_all_time_counts(@TempDir Path nothing) {
        OwnTime time = new OwnTime(List.of(nothing.resolve("missing")));
        long before = time.wallNanos();
        assertThat(time.nanos()).isBetween(before, time.wallNanos());
    }
}
