package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompileClockTest {

    private static final long SECOND = 1_000_000_000;

    private final CompileClock clock =
            new CompileClock(Duration.ofSeconds(3), Duration.ofSeconds(10), 2);

    @Test
    void a_front_end_that_uses_too_much_processor_time_is_named() {
        clock.given(7, 0);
        assertThat(clock.tooLong(0, 100 * SECOND)).isEmpty();
        assertThat(clock.tooLong(SECOND, 103 * SECOND)).isEmpty();
        assertThat(clock.tooLong(2 * SECOND, 104 * SECOND)).hasValue(7);
    }

    @Test
    void a_front_end_that_takes_too_long_without_using_the_processor_is_named() {
        clock.given(7, 0);
        assertThat(clock.tooLong(10 * SECOND, 0)).isEmpty();
        assertThat(clock.tooLong(11 * SECOND, 0)).hasValue(7);
    }

    @Test
    void in_a_crowd_each_gets_the_time_that_it_has_to_wait_for_others() {
        for (int i = 1; i <= 20; i++) {
            clock.given(i, 0);
        }
        assertThat(clock.tooLong(50 * SECOND, 0)).isEmpty();
        assertThat(clock.tooLong(100 * SECOND, 0)).isEmpty();
        assertThat(clock.tooLong(102 * SECOND, 0)).isPresent();
    }

    @Test
    void whoever_says_something_is_given_new_time() {
        clock.given(7, 0);
        clock.tooLong(0, 0);
        clock.tooLong(2 * SECOND, 2 * SECOND);
        clock.heard(7, false, 2 * SECOND);
        assertThat(clock.tooLong(4 * SECOND, 4 * SECOND)).isEmpty();
        assertThat(clock.tooLong(6 * SECOND, 6 * SECOND)).hasValue(7);
    }

    @Test
    void processor_time_is_shared_out_among_those_that_compile() {
        clock.given(1, 0);
        clock.given(2, 0);
        clock.tooLong(0, 0);
        assertThat(clock.tooLong(4 * SECOND, 5 * SECOND)).isEmpty();
        clock.heard(1, true, 4 * SECOND);
        assertThat(clock.tooLong(5 * SECOND, 6 * SECOND)).hasValue(2);
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

    @Test
    void what_the_jvm_used_while_nobody_worked_is_nobodys() {
        clock.given(7, 0);
        clock.tooLong(0, 0);
        clock.heard(7, true, 0);
        clock.given(8, 50 * SECOND);
        assertThat(clock.tooLong(50 * SECOND, 40 * SECOND)).isEmpty();
    }
}
