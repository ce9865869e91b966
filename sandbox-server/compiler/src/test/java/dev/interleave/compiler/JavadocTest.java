package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Twice <b>n</b>. | Twice n.",
                "A {@code List<T>} of a &lt; b | A List<T> of a < b",
                "See {@link #close()} | See close()",
                "See {@link java.util.List#of(Object, Object) List.of} | See List.of",
                "See {@linkplain Map.Entry} | See Map.Entry"
            })
    void takes_markup_away(String comment, String plain) {
        assertThat(Javadoc.plain(comment)).isEqualTo(plain);
    }

    @Test
    void joins_lines_and_keeps_paragraphs_lists_and_listings() {
        String comment =
                """
                One sentence
                 in two lines.
                <p>A list:
                <ul><li>first
                <li>second</ul>
                <pre>{@code
                if (a)
                    b();
                }</pre>
                @param a left out
                """;
        assertThat(Javadoc.plain(comment))
                .isEqualTo(
                        """
                        One sentence in two lines.

                        A list:

                        - first
                        - second

                        if (a)
                            b();\
                        """);
    }

    @Test
    void ends_behind_a_paragraph_where_there_is_too_much() {
        String plain = Javadoc.plain("First.<p>" + "many words ".repeat(200));
        assertThat(plain).isEqualTo("First. …");
    }
}
