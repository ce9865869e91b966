package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interleave.sandbox.result.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsTest {

    @Test
    void drift_that_hits_both_versions_cancels_out() {
        var left = List.of(100.0, 200.0, 400.0);
        var right = List.of(150.0, 300.0, 600.0);

        assertThat(Math.exp(Logs.ofPair(left, right))).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void one_disturbed_iteration_does_not_matter() {
        var left = List.of(100.0, 100.0, 9000.0);
        var right = List.of(200.0, 200.0, 200.0);

        assertThat(Math.exp(Logs.ofPair(left, right))).isCloseTo(2, within(1e-9));
    }

    @Test
    void one_pair_alone_fits_to_anything() {
        var ratio = SequentialRule.interval(List.of(0.0)).ratio();

        assertThat(ratio).isEqualTo(new Ratio(1, 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void the_interval_is_students() {
        // Mean 3, deviation 1.581; t of 4 degrees of freedom at 97.5 per cent is 2.776.
        var student = Interval.student(5, 0.05);
        var interval = Interval.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0), student);

        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.low()).isCloseTo(1.037, within(0.001));
        assertThat(interval.high()).isCloseTo(4.963, within(0.001));
    }

    @Test
    void a_jvm_has_warmed_up_when_it_becomes_no_faster() {
        var falling = List.of(800.0, 700.0, 600.0, 500.0, 400.0, 300.0, 200.0, 100.0);
        var steady = List.of(800.0, 101.0, 99.0, 100.0, 100.0, 101.0, 99.0, 100.0);

        assertThat(WarmUp.isOver(falling)).isFalse();
        assertThat(WarmUp.isOver(steady)).isTrue();
        assertThat(WarmUp.isOver(steady.subList(1, 8))).isFalse();
    }
}
