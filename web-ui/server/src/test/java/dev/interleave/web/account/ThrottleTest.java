package dev.interleave.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final Throttle throttle =
            new Throttle(Clock.fixed(Instant.ofEpochSecond(1), ZoneOffset.UTC));

    @Test
    void the_wait_doubles_up_to_an_end_and_is_over_after_a_success() {
        long[] waits = new long[12];
        for (var i = 0; i < waits.length; i++) {
            throttle.failed("ann", 3);
            waits[i] = throttle.waitFor("ann") / 1000;
        }

        assertThat(waits).containsExactly(0, 0, 30, 60, 120, 240, 480, 960, 960, 960, 960, 960);
        assertThat(throttle.waitFor("ben")).isZero();
        throttle.succeeded("ann");
        assertThat(throttle.waitFor("ann")).isZero();
    }

    @Test
    void what_was_tried_long_ago_is_forgotten_before_memory_is_full() {
        throttle.failed("first", 0);
        for (var i = 0; i < 10_000; i++) {
            throttle.failed("key " + i, 0);
        }

        assertThat(throttle.waitFor("first")).isZero();
        assertThat(throttle.waitFor("key 9999")).isPositive();
    }
}
