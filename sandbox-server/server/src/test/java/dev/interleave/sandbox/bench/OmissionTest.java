package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OmissionTest {

    @Test
    void a_long_pause_would_have_kept_others_waiting() {
        assertThat(Omission.lint(Side.RIGHT, Map.of(50.0, 5e6, 100.0, 500e6)))
                .get()
                .extracting(Lint::rule)
                .isEqualTo("coordinated-omission");
    }

    @Test
    void calls_that_take_about_the_same_leave_nobody_out() {
        assertThat(Omission.lint(Side.LEFT, Map.of(50.0, 5e6, 100.0, 9e6))).isEmpty();
        assertThat(Omission.lint(Side.LEFT, Map.of(50.0, 100.0, 100.0, 9e4))).isEmpty();
        assertThat(Omission.lint(Side.LEFT, Map.of())).isEmpty();
    }
}
