package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Output is data: whatever a cell prints, the page stays the page. */
class HostileOutputTest extends BrowserTest {

    private static final Pattern RAN = Pattern.compile("^Ran in ");

    @Override
    boolean sharesServer() {
        return true;
    }

    @BeforeAll
    void begin_anew() {
        server().forgetWork("cells", "number", "twice", "free");
    }

    @Test
    void markup_is_text() {
        var cell =
                run(
                        """
                        IO.println("<script>document.title = 'hacked'</script>");
                        IO.println("<svg onload=alert(1)><img src=x onerror=alert(2)>");
                        String value = "<b onmouseover=alert(3)>bold</b>";
                        """);

        assertThat(cell.output()).containsText("<script>document.title = 'hacked'</script>");
        assertThat(cell.output()).containsText("<svg onload=alert(1)>");
        assertThat(cell.output()).containsText("<b onmouseover=alert(3)>");
        assertThat(cell.output().locator("script, svg, img, b")).hasCount(0);
        assertThat(page()).hasTitle(Pattern.compile("^Cells"));
    }

    @Test
    void what_a_cell_shows_cannot_act_and_is_told_in_words() {
        var cell =
                run(
                        """
                        Display.html("<h1>Laps</h1><b onclick=alert(1)>bold</b><script>document.title"
                            + " = 'hacked'</script><p style='position:fixed;inset:0' class=notice>over</p>");
                        Display.svg("<svg viewBox='0 0 10 10' onload=alert(1)><circle r='4'/>"
                            + "<image href='https://example.org/x'/></svg>", "a circle");
                        Display.image(Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), "a dot");
                        """);
        for (int time = 0; time < 2; time++) {
            var shown = cell.output().locator(".shown");
            assertThat(shown).hasCount(3);
            assertThat(shown.locator("b")).hasText("bold");
            assertThat(shown.locator("svg")).hasAttribute("aria-label", "a circle");
            assertThat(shown.locator("img")).hasAttribute("alt", "a dot");
            assertThat(shown.locator("img")).hasJSProperty("naturalWidth", 1);
            assertThat(
                            shown.locator(
                                    "script, image, h1, [onclick], [onload], [style],"
                                            + " [class=notice]"))
                    .hasCount(0);
            assertThat(shown.nth(0).locator("details pre")).containsText("over");
            assertThat(page()).hasTitle(Pattern.compile("^Cells"));
            page().reload();
        }
    }

    @Test
    void an_exception_is_text_too() {
        var cell = openLesson("cells").cell("free");
        cell.write("throw new IllegalStateException(\"<img src=x onerror=alert(1)>\\u202Etxt\");");
        cell.press("Control+Enter");

        assertThat(cell.output()).containsText("<img src=x onerror=alert(1)>");
        assertThat(cell.output().locator("img")).hasCount(0);
        assertThat(cell.output()).containsText("alert(1)>RLOtxt");
    }

    @Test
    void characters_that_turn_or_hide_text_are_shown_by_name() {
        var cell = run("IO.println(\"safe\\u202Egpj.exe\\u0000\\u0007\\u200B end\");");

        assertThat(cell.output().locator(".control[title='U+202E RLO']")).isVisible();
        assertThat(cell.output().locator(".control[title='U+0000']")).isVisible();
        assertThat(cell.output().locator(".control[title='U+0007']")).isVisible();
        assertThat(cell.output().locator(".control[title='U+200B ZWSP']")).isVisible();
        assertThat(cell.output().textContent()).doesNotContain("\u202E");
    }

    @Test
    void colours_are_honoured_and_other_escapes_are_dropped() {
        var cell =
                run(
                        """
                        IO.println("\\u001b[31mred\\u001b[0m \\u001b[1;38;5;208mbold\\u001b[0m plain");
                        IO.println("\\u001b]8;;http://evil.example\\u0007link\\u001b]8;;\\u0007\\u001b[2J\\u001b[Hcleared");
                        IO.print("10 %\\r20 %\\r100 %\\n");
                        """);

        assertThat(cell.output().locator(".ansi-foreground-1")).hasText("red");
        assertThat(cell.output().locator(".ansi-bold")).hasText("bold");
        assertThat(cell.output().locator(".line").nth(1)).hasText("linkcleared");
        assertThat(cell.output().locator(".line").nth(2)).hasText("100 %");
        assertThat(cell.output().locator("a")).hasCount(0);
    }

    @Test
    void standard_error_is_set_apart_by_more_than_colour() {
        var cell = run("System.err.println(\"careful\");\nIO.println(\"fine\");");

        assertThat(cell.output().locator(".stream.stderr")).containsText("stderr");
        assertThat(cell.output().locator(".stream.stderr .line")).hasText("careful");
        assertThat(cell.output().locator(".stream.stdout .line")).hasText("fine");
    }

    @Test
    void invalid_utf_8_and_lone_surrogates_break_nothing() {
        var cell =
                run(
                        """
                        System.out.write(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, '\\n'});
                        System.out.flush();
                        IO.println("half \\uD83D of a pair");
                        IO.println("whole 😀");
                        """);

        assertThat(cell.output()).containsText("whole 😀");
        assertThat(cell.output().locator(".line")).hasCount(3);
    }

    @Test
    void an_endless_line_does_not_stretch_the_page() {
        var cell = run("IO.println(\"x\".repeat(100_000));\nIO.println(\"end\");");

        assertThat(cell.output()).containsText("end");
        assertThat(cell.output().locator(".line.continued").first()).isAttached();
        assertThat((Boolean) page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void ten_thousand_lines_scroll_inside_the_cell() {
        var cell = run("for (int i = 1; i <= 10_000; i++) IO.println(\"line \" + i);");

        assertThat(cell.output()).containsText("line 10000");
        assertThat((Boolean) cell.output().evaluate("e => e.clientHeight < innerHeight")).isTrue();
        assertThat((Boolean) cell.output().evaluate("e => e.scrollTop > 0")).isTrue();
        assertThat(cell.output()).hasAttribute("aria-live", "off");
    }

    private LessonTab.CellOnPage run(String source) {
        var cell = openLesson("cells").cell("free");
        cell.write(source);
        cell.press("Control+Enter");
        assertThat(cell.state()).hasText(RAN);
        return cell;
    }
}
