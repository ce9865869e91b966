package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputBudgetTest {

    private final OutputBudget budget = new OutputBudget(10);

    @Test
    void what_fits_is_admitted_whole() {
        assertThat(budget.admit("12345")).isEqualTo("12345");
        assertThat(budget.admit("67890")).isEqualTo("67890");
        assertThat(budget.dropped()).isZero();
    }

    @Test
    void what_does_not_fit_is_cut_and_counted() {
        assertThat(budget.admit("123456789012")).isEqualTo("1234567890");
        assertThat(budget.admit("abc")).isEmpty();
        assertThat(budget.dropped()).isEqualTo(5);
    }

    @Test
    void a_jvm_that_does_not_stop_by_itself_is_rogue() {
        for (int i = 0; i < 4; i++) {
            budget.admit("1234567890");
        }
        assertThat(budget.rogue()).isFalse();
        budget.admit("1");
        assertThat(budget.rogue()).isTrue();
    }
}
