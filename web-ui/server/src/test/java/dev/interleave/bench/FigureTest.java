package dev.interleave.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void percentiles_are_values_that_were_measured() {
        var values = IntStream.rangeClosed(1, 200).mapToObj(i -> (double) (201 - i)).toList();
        assertThat(Figure.of("a", "ms", values, ""))
                .isEqualTo(new Figure("a", "ms", 200, 100, 190, 198, ""));
    }

    @Test
    void of_few_values_the_high_percentiles_are_the_largest() {
        assertThat(Figure.of("a", "ms", List.of(3.0, 1.0), ""))
                .isEqualTo(new Figure("a", "ms", 2, 1, 3, 3, ""));
    }

    @Test
    void what_was_measured_once_has_one_value() {
        assertThat(Figure.of("a", "MB", 7.5, "b"))
                .isEqualTo(new Figure("a", "MB", 1, 7.5, 7.5, 7.5, "b"));
    }

    @Test
    void nothing_measured_is_no_figure() {
        assertThatThrownBy(() -> Figure.of("a", "ms", List.of(), "")).hasMessage("a has no values");
    }
}
