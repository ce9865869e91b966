package dev.interleave.explore.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    @Test
    void what_is_written_can_be_read() {
        var replay = new Replay(-7, 3, new int[] {0, 0, 0, 2, 1, 1, 0});
        assertThat(replay).hasToString("-7:3:0x3.2.1x2.0");
        assertThat(Replay.parse(replay.toString())).isEqualTo(replay);
    }

    @Test
    void a_run_without_choices_can_be_read() {
        var replay = new Replay(1, 0, new int[0]);
        assertThat(Replay.parse(replay.toString())).isEqualTo(replay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:2", "1:2:x", "a:1:0", "1:2:3:4"})
    void what_is_no_replay_is_refused(String text) {
        assertThatThrownBy(() -> Replay.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_absurd_count_is_cut() {
        assertThat(Replay.parse("1:0:0x2000000000").choices()).hasSize(1_000_000);
    }
}
