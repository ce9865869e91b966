package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.interleave.browser.Asking.until;

import com.microsoft.playwright.Locator;
import dev.interleave.browser.LessonTab.CellOnPage;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Help while typing, from the real compiler. */
class AssistanceTest extends BrowserTest {

    private CellOnPage cell;

    @Override
    boolean sharesServer() {
        return true;
    }

    @BeforeEach
    void run_a_cell() {
        server().forgetWork("cells", "number", "twice", "free");
        var lesson = openLesson("cells");
        lesson.cell("number").button("Run").click();
        assertThat(lesson.cell("number").state()).hasText(Pattern.compile("^Ran in "));
        cell = lesson.cell("free");
    }

    @Test
    void names_of_earlier_cells_are_completed() {
        cell.write("int sum = num");
        until(popup("number"), () -> press("Control+Space"));
        popup("number").click();
        assertThat(cell.code()).hasText("int sum = number");
    }

    @Test
    void a_method_is_completed_with_its_documentation_and_its_parameters() {
        cell.write("Math.floorM");
        until(popup("floorMod"), () -> press("Control+Space"));
        assertThat(cell.figure().page().locator(".cm-completionInfo")).containsText("Math.floor");
        popup("floorMod").click();
        assertThat(cell.code()).hasText("Math.floorMod()");

        var parameters = cell.figure().page().locator(".parameters");
        until(parameters, () -> press("Control+Shift+Space"));
        assertThat(parameters).containsText("Math.floorMod(");
        press("Escape");
        assertThat(parameters).isHidden();
        assertThat(cell.code()).isFocused();
    }

    @Test
    void what_the_pointer_rests_on_is_documented() {
        cell.write("String text = null;");
        var name = cell.code().getByText("String");
        var documentation = cell.figure().page().locator(".documentation");
        until(
                documentation,
                () -> {
                    cell.figure().page().mouse().move(1, 1);
                    name.hover();
                });
        assertThat(documentation).containsText("class java.lang.String");
    }

    @Test
    void what_is_wrong_is_underlined_until_it_is_right() {
        cell.write("int wrong = \"text\";");
        var underline = cell.code().locator(".cm-lintRange-error");
        until(underline, () -> page().keyboard().type(" "));
        assertThat(underline).hasText("\"text\"");

        cell.write("int right = 1;");
        assertThat(underline).hasCount(0);
    }

    @Test
    void a_missing_import_is_offered() {
        cell.write("HttpClient client = null;");
        var underline = cell.code().locator(".cm-lintRange-error");
        until(underline, () -> page().keyboard().type(" "));
        var imported = cell.code().getByText("java.net.http.HttpClient");
        until(
                imported,
                () -> {
                    page().keyboard().type(" ");
                    press("Control+.");
                });
        assertThat(cell.code()).containsText("import java.net.http.HttpClient;");
    }

    @Test
    void lines_are_indented_anew() {
        cell.write("if (true) {\nint a = 1;  \n}");
        press("Control+Shift+F");
        assertThat(cell.code().locator(".cm-line").nth(1))
                .hasText(Pattern.compile("^    int a = 1;$"));
    }

    @Test
    void a_name_is_renamed_wherever_it_means_the_same() {
        cell.write("int sum = 1;\nvoid f(int sum) { IO.println(sum); }\nIO.println(sum + sum);");
        press("Control+Home");
        IntStream.range(0, "int ".length()).forEach(_ -> press("ArrowRight"));
        var selected = cell.figure().locator(".cm-selectionBackground");
        until(selected, () -> press("F2"));
        assertThat(selected).hasCount(3);
        page().keyboard().insertText("total");

        assertThat(cell.code().locator(".cm-line"))
                .hasText(
                        new String[] {
                            "int total = 1;",
                            "void f(int sum) { IO.println(sum); }",
                            "IO.println(total + total);"
                        });
    }

    private Locator popup(String name) {
        return cell.figure()
                .page()
                .locator(".cm-tooltip-autocomplete li")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private void press(String key) {
        page().keyboard().press(key);
    }
}
