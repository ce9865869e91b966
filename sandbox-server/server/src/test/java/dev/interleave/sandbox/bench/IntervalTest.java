package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interleave.sandbox.result.Mean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void a_number_of_a_version_has_students_interval_over_its_jvms() {
        var mean = Interval.ofJvms(List.of(101.0, 102.0, 103.0));

        // 9.925 times 1 divided by the root of 3.
        assertThat(mean.value()).isEqualTo(102);
        assertThat(mean.low()).isCloseTo(102 - 5.730, within(0.001));
        assertThat(mean.high()).isCloseTo(102 + 5.730, within(0.001));
        assertThat(mean.jvms()).isEqualTo(3);
    }

    @Test
    void no_number_of_a_version_is_told_to_be_negative() {
        assertThat(Interval.ofJvms(List.of(1.0, 2.0, 3.0)).low()).isZero();
    }

    @Test
    void a_single_jvm_says_nothing_about_others() {
        var mean = Interval.ofJvms(List.of(5.0));

        assertThat(mean).isEqualTo(new Mean(5, 0, Double.POSITIVE_INFINITY, 1));
        assertThat(Interval.ofJvms(List.of())).isEqualTo(Mean.UNKNOWN);
    }

    /** At 99 per cent, of 2,000; with 35 or more there would be too many by far. */
    @Test
    void the_interval_holds_what_is_true() {
        var random = new Random(7);
        var missed = 0;
        for (var run = 0; run < 2000; run++) {
            var mean =
                    Interval.ofJvms(
                            random.doubles(6).mapToObj(_ -> 50 + random.nextGaussian()).toList());
            if (mean.low() > 50 || mean.high() < 50) {
                missed++;
            }
        }

        assertThat(missed).isBetween(5, 35);
    }
}
