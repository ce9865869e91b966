package dev.interleave.sandbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTest {

    private static Expected expect(String kind, boolean numbers, String... outcomes) {
        return new Expected(kind, numbers, List.of(outcomes));
    }

    @Test
    void exact_means_every_line() {
        var expectation = expect("exact", false, "a\nb");
        assertThat(expectation.isMetBy("a  \nb\n\n")).isTrue();
        assertThat(expectation.isMetBy("a\nb\nc")).isFalse();
        assertThat(expectation.isMetBy("b\na")).isFalse();
        assertThat(expectation.isMetBy("a")).isFalse();
    }

    @Test
    void contains_means_these_lines_in_this_order() {
        var expectation = expect("contains", false, "a\nb");
        assertThat(expectation.isMetBy("x\na\ny\nb")).isTrue();
        assertThat(expectation.isMetBy("b\na")).isFalse();
        assertThat(expectation.isMetBy("ab")).isFalse();
    }

    @Test
    void unordered_means_exactly_these_lines() {
        var expectation = expect("unordered", false, "a\na\nb");
        assertThat(expectation.isMetBy("a\nb\na")).isTrue();
        assertThat(expectation.isMetBy("a\nb")).isFalse();
        assertThat(expectation.isMetBy("a\nb\nb")).isFalse();
        assertThat(expectation.isMetBy("a\na\nb\nc")).isFalse();
    }

    @Test
    void one_of_means_no_other_outcome() {
        var expectation = expect("oneof", false, "a\nb", "b\na");
        assertThat(expectation.isMetBy("b\na")).isTrue();
        assertThat(expectation.isMetBy("a\na")).isFalse();
    }

    @Test
    void numbers_stand_for_any_numbers() {
        var expectation = expect("exact", true, "took 1,234.5 ms on 2");
        assertThat(expectation.isMetBy("took 7 ms on 16")).isTrue();
        assertThat(expectation.isMetBy("took ? ms on 16")).isFalse();
        assertThat(expectation.isMetBy("took 7 s on 16")).isFalse();
    }

    @Test
    void a_pattern_is_for_one_line() {
        var expectation = expect("pattern", false, "a+\n[0-9]");
        assertThat(expectation.isMetBy("aaa\n7")).isTrue();
        assertThat(expectation.isMetBy("aaa\n77")).isFalse();
    }
}
