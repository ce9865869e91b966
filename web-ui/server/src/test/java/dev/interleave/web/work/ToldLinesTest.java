package dev.interleave.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.work.LessonWork.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run told, as lines to read. */
class ToldLinesTest {

    private static List<Line> of(String... events) {
        return new ToldLines().of(List.of(events));
    }

    @Test
    void pieces_of_a_stream_are_one_text_and_the_other_stream_another() {
        assertThat(
                        of(
                                "{\"type\":\"started\"}",
                                "{\"type\":\"stdout\",\"text\":\"a\"}",
                                "{\"type\":\"stdout\",\"text\":\"b\\nc\"}",
                                "{\"type\":\"stderr\",\"text\":\"d\"}",
                                "{\"type\":\"value\",\"name\":\"x\",\"text\":\"7\"}",
                                "{\"type\":\"done\",\"status\":\"ok\"}"))
                .containsExactly(
                        new Line("out", "ab\nc"), new Line("err", "d"), new Line("value", "x = 7"));
    }

    @Test
    void why_it_failed_is_said() {
        assertThat(
                        of(
                                "{\"type\":\"diagnostic\",\"line\":3,\"message\":\"no such name\"}",
                                "{\"type\":\"exception\",\"className\":\"E\",\"message\":null}",
                                "{\"type\":\"exception\",\"className\":\"F\",\"message\":\"m\"}",
                                "{\"type\":\"omitted\",\"stream\":\"stdout\",\"bytes\":12}"))
                .extracting(Line::text)
                .containsExactly(
                        "Line 3: no such name", "E", "F: m", "12 bytes were left out here.");
    }

    @Test
    void what_terminals_understand_and_what_turns_the_direction_of_text_is_left_out() {
        assertThat(
                        of(
                                "{\"type\":\"stdout\",\"text\":\"\\u001b[31mred\\u001b[0m"
                                        + " \\u202Eevil\\u0007\\t|\\n"
                                        + "\"}"))
                .containsExactly(new Line("out", "red evil\t|\n"));
    }
}
