package dev.interleave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void a_ratio_is_that_of_one_turn_and_not_of_all() {
        var pairs = new Pairs();
        pairs.add(1, 4);
        pairs.add(30, 10);
        assertThat(pairs.ratios()).containsExactly(0.25, 3.0);
        assertThat(pairs.ours()).containsExactly(1.0, 30.0);
        assertThat(pairs.theirs()).containsExactly(4.0, 10.0);
    }
}
