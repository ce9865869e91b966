package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.fo|; a.focursor$",
                "a.f|oo + 1; a.fcursor$ + 1",
                "|; cursor$",
                "f(a, |; f(a, cursor$)",
                "if (x[|; if (x[cursor$])"
            })
    void puts_a_name_where_the_cursor_is_and_closes_brackets(String marked, String text) {
        assertThat(at(marked)).map(CursorText::text).contains(text);
    }

    @Test
    void ends_the_statement_before_the_next_line() {
        assertThat(at("a.|\nint b;")).map(CursorText::text).contains("a.cursor$;\nint b;");
        assertThat(at("a.|\n    .c()")).map(CursorText::text).contains("a.cursor$\n    .c()");
    }

    @Test
    void tells_members_from_names() {
        assertThat(at("a.fo|").orElseThrow().member()).isTrue();
        assertThat(at("a::fo|").orElseThrow().reference()).isTrue();
        assertThat(at("fo|").orElseThrow().member()).isFalse();
        assertThat(at("f(int...|)").orElseThrow().member()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// a|", "/* a| */", "\"a|\"", "'|'"})
    void there_is_no_place_in_comments_and_texts(String marked) {
        assertThat(at(marked)).isEmpty();
    }

    private static Optional<CursorText> at(String marked) {
        return CursorText.at(marked.replace("|", ""), marked.indexOf('|'));
    }
}
