package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemandTest {

    private static final long SECOND = 1_000_000_000;

    private final Demand demand = new Demand(new Capacity.Range(2, 16), 0);

    @Test
    void without_demand_the_fewest_wait() {
        assertThat(demand.target(0)).isEqualTo(2);
    }

    @Test
    void the_more_are_taken_the_more_wait() {
        for (int i = 0; i < 60; i++) {
            demand.taken(i * SECOND / 2);
        }
        assertThat(demand.target(30 * SECOND)).isBetween(5, 7);
    }

    @Test
    void a_rush_is_answered_with_no_more_than_the_most() {
        for (int i = 0; i < 1_000; i++) {
            demand.taken(i * SECOND / 1_000);
        }
        assertThat(demand.target(SECOND)).isEqualTo(16);
    }

    @Test
    void a_rush_is_forgotten_after_some_minutes() {
        for (int i = 0; i < 1_000; i++) {
            demand.taken(i * SECOND / 1_000);
        }
        assertThat(demand.target(600 * SECOND)).isEqualTo(2);
    }

    @Test
    void what_was_made_for_a_rush_is_kept_while_it_lasts_and_then_given_back() {
        for (int i = 0; i < 60; i++) {
            demand.taken(i * SECOND / 2);
            assertThat(demand.ceiling(i * SECOND / 2)).isGreaterThan(demand.target(i * SECOND / 2));
        }
        assertThat(demand.ceiling(600 * SECOND)).isEqualTo(2);
    }
}
