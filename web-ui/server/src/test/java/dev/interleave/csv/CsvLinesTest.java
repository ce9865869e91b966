package dev.interleave.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    private static String written(char separator, String... texts) {
        var out = new StringWriter();
        new CsvLines(out, separator).line(texts);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+1|cmd",
                "@SUM(A1)",
                "\t=1",
                "\n=1",
                "  =1",
                "\uFF1D1",
                "-2.00+1"
            })
    void what_a_spreadsheet_would_calculate_stays_text(String text) {
        assertThat(written(',', "x", text)).matches("(?s)x,\"?'.*");
    }

    @Test
    void numbers_stay_numbers() {
        assertThat(written(',', CsvLines.number(-2), CsvLines.number(1 / 3.0)))
                .isEqualTo("-2.00,0.33\r\n");
    }

    @Test
    void separators_quotes_and_line_ends_are_quoted() {
        assertThat(written(';', "a;b", "say \"x\"", "one\ntwo", "a,b", ""))
                .isEqualTo("\"a;b\";\"say \"\"x\"\"\";\"one\ntwo\";a,b;\r\n");
    }
}
