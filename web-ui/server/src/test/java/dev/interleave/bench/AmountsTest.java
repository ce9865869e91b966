package dev.interleave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void what_is_asked_for_wins_over_what_a_benchmark_does_by_itself() {
        assertThat(amounts(true, 0).runs(5, 50)).isEqualTo(5);
        assertThat(amounts(false, 0).runs(5, 50)).isEqualTo(50);
        assertThat(amounts(true, 7).runs(5, 50)).isEqualTo(7);
    }

    private static Amounts amounts(boolean quick, int runs) {
        return new Amounts(quick, runs, 1, 0, Duration.ZERO, 1);
    }
}
