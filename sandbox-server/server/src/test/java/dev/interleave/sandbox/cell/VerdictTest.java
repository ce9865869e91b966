package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.jail.End;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @ParameterizedTest
    @EnumSource(Limit.class)
    void every_limit_is_named_and_explained(Limit limit) {
        Verdict verdict = Verdict.of(new Ending.OverLimit(limit)).andKept();
        assertThat(verdict.status()).isEqualTo(Status.LIMIT);
        assertThat(verdict.limit()).isEqualTo(limit);
        assertThat(verdict.message()).endsWith(Explanations.KEPT);
    }

    @Test
    void a_time_limit_says_how_long_it_was() {
        assertThat(message(Duration.ofSeconds(1))).contains("1 second,");
        assertThat(message(Duration.ofSeconds(20))).contains("20 seconds");
        assertThat(message(Duration.ofMillis(1_500))).contains("1.5 seconds");
    }

    @Test
    void how_a_jvm_ended_is_read_from_its_status() {
        assertThat(JvmFate.of(new End(0, false, false))).isEqualTo(new JvmFate.Exited(0));
        assertThat(JvmFate.of(new End(7, true, false))).isEqualTo(new JvmFate.Exited(7));
        assertThat(JvmFate.of(new End(137, false, false))).isEqualTo(new JvmFate.Signalled(9));
        assertThat(JvmFate.of(new End(137, true, false))).isEqualTo(new JvmFate.Silent());
        assertThat(JvmFate.of(new End(137, false, true))).isEqualTo(new JvmFate.OutOfMemory());
        assertThat(JvmFate.of(new End(91, false, false))).isEqualTo(new JvmFate.OutOfMemory());
        assertThat(JvmFate.of(new End(93, false, false))).isEqualTo(new JvmFate.Silent());
    }

    @Test
    void a_loss_is_told_by_name_and_not_at_length() {
        assertThat(new Loss(List.of()).sentence()).contains("no variables");
        assertThat(new Loss(List.of("a")).sentence()).contains("variable a is lost");
        assertThat(new Loss(List.of("a", "b", "c")).sentence()).contains("a, b and c are lost");
        List<String> many = IntStream.range(0, 20).mapToObj(i -> "v" + i).toList();
        assertThat(new Loss(many).sentence()).contains("v7 and 12 more are lost");
    }

    private static String message(Duration limit) {
        return Verdict.of(new Ending.TimedOut(limit)).message();
    }
}
