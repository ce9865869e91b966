package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompileClockTest {

    private static final long SECOND = 1_000_000_000;

    private final CompileClock clock = new CompileClock(Duration.ofSeconds(10), 2);

    @Test
    void a_compiler_in_which_a_front_end_says_nothing_any_more_is_found_out() {
        clock.given(7, 0);
        assertThat(clock.tooLong(10 * SECOND)).isFalse();
        assertThat(clock.tooLong(11 * SECOND)).isTrue();
    }

    @Test
    void in_a_crowd_each_gets_the_time_that_it_has_to_wait_for_others() {
        for (int i = 1; i <= 20; i++) {
            clock.given(i, 0);
        }
        assertThat(clock.tooLong(50 * SECOND)).isFalse();
        assertThat(clock.tooLong(100 * SECOND)).isFalse();
        assertThat(clock.tooLong(102 * SECOND)).isTrue();
    }

    @Test
    void whoever_says_something_is_given_new_time() {
        clock.given(7, 0);
        clock.tooLong(9 * SECOND);
        clock.heard(7, false, 9 * SECOND);
        assertThat(clock.tooLong(18 * SECOND)).isFalse();
        assertThat(clock.tooLong(20 * SECOND)).isTrue();
    }

    @Test
    void who_waits_for_the_learners_code_does_not_work() {
        clock.given(7, 0);
        clock.heard(7, true, SECOND);
        assertThat(clock.works(7)).isFalse();
        assertThat(clock.working()).isEmpty();
    }

    @Test
    void who_has_been_given_two_things_works_until_both_are_done() {
        clock.given(7, 0);
        clock.given(7, 0);
        clock.heard(7, true, 1);
        assertThat(clock.works(7)).isTrue();
        clock.heard(7, true, 2);
        assertThat(clock.works(7)).isFalse();
    }
}
