package dev.interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interleave.wire.Wire;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    private record Point(int x, int y) {}

    static Stream<Object> values() {
        return Stream.of(
                1,
                2L,
                1.5,
                1f,
                (byte) 3,
                true,
                "",
                "plain",
                "quotes \" ' and \\ and\ttabs\nlines\r\f\b and \u0000\u0007\u001f\u007f\u0085",
                "umlauts äöü, 漢, 😀, lone \ud83d surrogates \ude00",
                "\u0301first combines",
                "later \u0301 combines",
                "\u1ab0x",
                "\u1dc0x",
                'a',
                '\'',
                '"',
                '\n',
                '\u0301',
                '\ud83d',
                new int[] {1, 2, 3},
                new int[0],
                new int[][] {{1}, {2, 3}, null},
                new String[] {"a", null, "b\"c"},
                new char[] {'a', '\t'},
                new Object[] {1, "two", 'c', new int[] {4}, null},
                new Point[][][] {{{new Point(1, 2)}}},
                new Thread.State[] {Thread.State.NEW},
                List.of("not quoted"),
                new Point(3, 4),
                Thread.State.BLOCKED);
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_shown_as_in_jshell(Object value) {
        assertThat(Values.show(value)).isEqualTo(JShell.show(value));
    }

    @Test
    void every_character_is_shown_as_in_jshell() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(Values.show(c)).isEqualTo(JShell.show(c));
        }
    }

    private static final class JShell extends DirectExecutionControl {
        static String show(Object value) {
            return valueString(value);
        }
    }

    @Test
    void null_is_null() {
        assertThat(Values.show(null)).isEqualTo("null");
    }

    @Test
    void a_string_that_is_null_is_null() {
        assertThat(
                        Values.show(
                                new Object() {
                                    @Override
                                    public String toString() {
                                        return null;
                                    }
                                }))
                .isEqualTo("null");
    }

    @Test
    void long_values_are_cut() {
        assertThat(Values.show("x".repeat(100_000_000)))
                .hasSize(Wire.MAX_TEXT + 1)
                .startsWith("\"xx")
                .endsWith("x…");
        assertThat(Values.show(new long[50_000_000]))
                .hasSize(Wire.MAX_TEXT + 1)
                .startsWith("long[50000000] { 0, 0")
                .endsWith("…");
        assertThat(Values.show(IntStream.range(0, 100_000).boxed().toList()))
                .hasSize(Wire.MAX_TEXT + 1);
    }

    @Test
    void an_array_that_contains_itself_is_cut() {
        Object[] circle = new Object[1];
        circle[0] = circle;
        assertThat(Values.show(circle)).startsWith("Object[1] { Object[1] { ").endsWith("…");
    }

    @Test
    void what_toString_throws_is_thrown() {
        assertThatThrownBy(
                        () ->
                                Values.show(
                                        new Object() {
                                            @Override
                                            public String toString() {
                                                throw new IllegalStateException("mine");
                                            }
                                        }))
                .hasMessage("mine");
    }
}
