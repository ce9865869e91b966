package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {

    @Test
    void finds_words_numbers_texts_and_signs() {
        assertThat(texts("int x1 = 0x1F + \"a b\" + 'c'; // end"))
                .containsExactly("int", "x1", "=", "0x1F", "+", "\"a b\"", "+", "'c'", ";");
    }

    @Test
    void brackets_in_texts_and_comments_do_not_count() {
        Lexer.Tokens tokens = Lexer.read("f(\"(((\", '(', /* ((( */ (1)); // ((((");
        assertThat(tokens.deepest()).isEqualTo(2);
        assertThat(tokens.exact()).isTrue();
    }

    @Test
    void a_text_block_ends_at_its_three_quotes() {
        assertThat(texts("\"\"\"\n a \"quoted\" \\\"\"\" b\n\"\"\".length()"))
                .containsExactly(
                        "\"\"\"\n a \"quoted\" \\\"\"\" b\n\"\"\"", ".", "length", "(", ")");
    }

    @Test
    void says_what_it_cannot_know() {
        assertThat(List.of("\"open", "'a", "/* open", "(", ")", "\\u0041 = 1", "\"\\u0022"))
                .allMatch(source -> !Lexer.read(source).exact());
        assertThat(Lexer.read("\"\\n\\\"\" + 'x'").exact()).isTrue();
    }

    @Test
    void takes_time_in_proportion_to_the_source() {
        String nested = "(".repeat(1_000_000);
        assertThat(Lexer.read(nested).deepest()).isEqualTo(1_000_000);
    }

    private static List<String> texts(String source) {
        return Lexer.read(source).list().stream().map(token -> token.text(source)).toList();
    }
}
