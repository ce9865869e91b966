package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Form;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Shown;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeOutputTest {

    @Test
    void tables_text_and_drawings_stay_as_they_are() {
        var markup =
                "<h4>Laps</h4><table><thead><tr><th"
                    + " scope=\"col\">a</th></tr></thead><tbody><tr><td>1 &lt;"
                    + " 2</td></tr></tbody></table><svg viewBox=\"0 0 640 320\"><rect x=\"1.5\""
                    + " y=\"2\" width=\"3\" height=\"4\" fill=\"currentColor\""
                    + " fill-opacity=\"0.6\"></rect><polyline points=\"1,2 3.5,-4\" fill=\"none\""
                    + " stroke=\"#aabbcc\"></polyline><text x=\"1\" y=\"2\" text-anchor=\"end\""
                    + " font-size=\"13\">größer</text></svg>";

        assertThat(shown(markup)).isEqualTo(markup);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "a<script>alert(1)</script> => a",
                "a<style>*{position:fixed}</style> => a",
                "<p onclick=alert(1)>a</p> => <p>a</p>",
                "<p style=\"position:fixed;inset:0\" class=x id=y>a</p> => <p>a</p>",
                "<a href=\"javascript:alert(1)\">a</a> => a",
                "<img src=x onerror=alert(1)>a => a",
                "<svg onload=alert(1)><g><text>a</text></g></svg> =>"
                        + " <svg><g><text>a</text></g></svg>",
                "<svg><foreignObject><p onclick=x>b</p></foreignObject><text>a</text></svg> =>"
                        + " <svg><text>a</text></svg>",
                "<svg><use href=\"data:image/svg+xml,x#y\"></use><text>a</text></svg> =>"
                        + " <svg><text>a</text></svg>",
                "<svg><image href=\"https://x.example/\"></image><text>a</text></svg> =>"
                        + " <svg><text>a</text></svg>",
                "<svg><style>@import 'https://x.example'</style><text>a</text></svg> =>"
                        + " <svg><text>a</text></svg>",
                "<svg><rect fill=\"url(https://x.example)\"></rect></svg> =>"
                        + " <svg><rect></rect></svg>",
                "<svg><text>a</text><desc><img src=x onerror=alert(1)></desc></svg> =>"
                        + " <svg><text>a</text></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>"
                        + "</mglyph></table></mtext></math>a => a",
                "<iframe srcdoc=\"<script>1</script>\"></iframe>a => a",
                "<form action=/api><button>a</button></form> => a",
                "<h1>a</h1> => <h4>a</h4>",
                "<svg/><p title=\"</noscript><script>\">a => <svg /><p>a</p>",
            })
    void what_runs_loads_or_reaches_out_is_taken_away(String markup, String left) {
        assertThat(shown(markup)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<script>alert(1)</script>",
                "<!--",
                "[&]",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
            })
    void where_nothing_is_left_or_too_much_there_are_the_words(String markup) {
        var given = markup.equals("[&]") ? "&".repeat(256 << 10) : markup;
        assertThat(SafeOutput.of(new Shown(Form.MARKUP, given, "in words")))
                .isEqualTo(new Output(false, "in words\n", null));
    }

    /** As many elements as fit, none of them closed. */
    @Test
    void the_deepest_markup_is_cleaned() {
        assertThat(shown("<b>".repeat(80_000) + "x")).contains("x").hasSizeLessThan(10_000_000);
        assertThat(shown("<svg>" + "<g>".repeat(80_000) + "<text>x</text>")).contains("x");
    }

    @Test
    void a_picture_is_one_of_a_size_that_can_be_decoded() throws IOException {
        assertThat(picture(png(3, 2))).isInstanceOf(Shown.class);
        assertThat(((Shown) picture(png(3, 2))).content()).startsWith("data:image/png;base64,");
        assertThat(picture(png(4097, 1))).isInstanceOf(Output.class);
        assertThat(picture("<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Output.class);
        assertThat(picture(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}))
                .isInstanceOf(Output.class);
    }

    @Test
    void other_events_are_not_touched() {
        var text = new Output(false, "<script>", "main");
        assertThat(SafeOutput.of(text)).isSameAs(text);
    }

    private static String shown(String markup) {
        return ((Shown) SafeOutput.of(new Shown(Form.MARKUP, markup, "in words"))).content();
    }

    private static CellEvent picture(byte[] bytes) {
        var base64 = Base64.getEncoder().encodeToString(bytes);
        return SafeOutput.of(new Shown(Form.IMAGE, base64, "in words"));
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }
}
