import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineFramerTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Feeds the text in pieces that end at the given places, all from one buffer. */
    private static List<String> feed(LineFramer framer, byte[] text, int... ends)
            throws IOException {
        var lines = new ArrayList<String>();
        var buffer = ByteBuffer.allocate(text.length);
        int from = 0;
        for (int end : ends) {
            buffer.clear().put(text, from, end - from).flip();
            lines.addAll(framer.feed(buffer));
            assertEquals(0, buffer.remaining(), "bytes that were left in the chunk");
            from = end;
        }
        return lines;
    }

    @Test
    @Tag("task:lines")
    @DisplayName("Two lines and the beginning of a third give two lines")
    void two_lines() throws IOException {
        var text = bytes("tea\nsilk\nsal");
        assertEquals(List.of("tea", "silk"), feed(new LineFramer(100), text, text.length));
    }

    @Test
    @Tag("task:lines")
    @Tag("hidden")
    @DisplayName("Empty lines are lines")
    void empty_lines() throws IOException {
        var text = bytes("\ntea\n\n\n");
        assertEquals(List.of("", "tea", "", ""), feed(new LineFramer(100), text, text.length));
    }

    @Test
    @Tag("task:pieces")
    @DisplayName("A line that comes in three pieces is one line")
    void a_line_in_three_pieces() throws IOException {
        var framer = new LineFramer(100);
        var text = bytes("green tea\n");
        assertEquals(List.of(), feed(framer, text, 3, 6));
        assertEquals(List.of("green tea"), feed(new LineFramer(100), text, 3, 6, text.length));
    }

    @Test
    @Tag("task:pieces")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A piece may end in the middle of a character")
    void in_the_middle_of_a_character() throws IOException {
        var text = bytes("grün 茶 🍵\n");
        for (int at = 0; at <= text.length; at++) {
            assertEquals(
                    List.of("grün 茶 🍵"), feed(new LineFramer(100), text, at, text.length));
        }
    }

    @Test
    @Tag("task:pieces")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("The lines are the same, however the text is cut")
    void cut_at_random() throws IOException {
        var dice = new Random(206);
        for (int round = 0; round < 200; round++) {
            var expected = new ArrayList<String>();
            for (int n = dice.nextInt(6); n >= 0; n--) {
                expected.add("é".repeat(dice.nextInt(4)) + "x".repeat(dice.nextInt(4)));
            }
            var text = bytes(String.join("\n", expected) + "\n");
            var ends = dice.ints(dice.nextInt(10), 0, text.length).sorted().toArray();
            var framer = new LineFramer(11);
            var lines = new ArrayList<>(feed(framer, text, ends));
            int from = ends.length == 0 ? 0 : ends[ends.length - 1];
            lines.addAll(framer.feed(ByteBuffer.wrap(text, from, text.length - from)));
            assertEquals(expected, lines);
        }
    }

    @Test
    @Tag("task:pieces")
    @Tag("hidden")
    @DisplayName("A chunk may be read-only, outside of the heap, or a part of an array")
    void any_kind_of_buffer() throws IOException {
        var text = bytes("xxtea\nxx");
        var part = ByteBuffer.wrap(text, 2, 4);
        var direct = ByteBuffer.allocateDirect(4).put(text, 2, 4).flip();
        for (var chunk : List.of(part.asReadOnlyBuffer(), direct, part)) {
            assertEquals(List.of("tea"), new LineFramer(100).feed(chunk));
        }
    }

    @Test
    @Tag("task:limit")
    @DisplayName("A line may have as many bytes as the limit, each line anew")
    void as_long_as_the_limit() throws IOException {
        var text = bytes("12345\n12345\nüü1\n");
        assertEquals(
                List.of("12345", "12345", "üü1"), feed(new LineFramer(5), text, 3, 8, text.length));
    }

    @Test
    @Tag("task:limit")
    @DisplayName("A line with one byte more is refused")
    void too_long() {
        var text = bytes("üüü\n");
        assertThrows(IOException.class, () -> feed(new LineFramer(5), text, text.length));
    }

    @Test
    @Tag("task:limit")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A line that is too long is refused before it has ended")
    void too_long_before_it_ends() {
        var text = bytes("123456");
        assertThrows(IOException.class, () -> feed(new LineFramer(5), text, 3, text.length));
    }
}
