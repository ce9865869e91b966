package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapBudgetTest {

    private final HeapBudget budget = new HeapBudget(1_000);

    @Test
    void as_long_as_there_is_room_nobody_gives_anything_back() {
        assertThat(budget.toEvict(0, 0)).isZero();
        assertThat(budget.toEvict(700, 70)).isZero();
    }

    @Test
    void beyond_that_as_many_give_back_as_bring_it_to_a_half() {
        assertThat(budget.toEvict(800, 80)).isEqualTo(30);
        assertThat(budget.toEvict(1_000, 100)).isEqualTo(50);
    }

    @Test
    void no_more_can_give_back_than_hold_something() {
        assertThat(budget.toEvict(900, 1)).isEqualTo(1);
        assertThat(budget.toEvict(900, 0)).isZero();
    }

    @Test
    void only_who_took_a_large_part_is_hungry_and_only_little_room_is_none() {
        assertThat(budget.hungry(250)).isFalse();
        assertThat(budget.hungry(251)).isTrue();
        assertThat(budget.full(900)).isFalse();
        assertThat(budget.full(901)).isTrue();
    }
}
