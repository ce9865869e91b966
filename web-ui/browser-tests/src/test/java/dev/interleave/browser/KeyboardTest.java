package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole way by keyboard alone. */
class KeyboardTest extends BrowserTest {

    @Test
    void a_lesson_is_opened_edited_run_and_left_by_keyboard_alone() {
        openMap();
        tabTo(".go-on a");
        press("Enter");
        var lesson = new LessonTab(page());
        assertThat(page().locator("h1")).hasText("Cells");
        lesson.cell("number").code().waitFor();
        press("Tab");
        assertThat(page().locator(".skip")).isFocused();
        press("Enter");
        assertThat(page().locator("main")).isFocused();

        tabTo("[data-cell=number] .cm-content");
        press("Control+End");
        page().keyboard().type(" IO.println(\"typed\");");
        press("Shift+Enter");

        assertThat(lesson.cell("number").output()).containsText("typed");
        assertThat(lesson.cell("twice").code()).isFocused();
        press("Escape");
        assertThat(lesson.cell("twice").figure()).isFocused();
        var announced = page().locator("[role=status]").first();
        assertThat(announced).containsText("Running cell 1");
        assertThat(announced).containsText("Out of the editor");
        assertThat(announced).containsText("Ran in");
        press("Tab");
        assertThat(lesson.cell("twice").button("Run")).isFocused();
        press("Enter");
        assertThat(lesson.cell("twice").output()).containsText("twice is 40");
        assertThat(lesson.cell("twice").button("Run")).isFocused();
        press("Tab");
        assertThat(lesson.cell("twice").button("Timeline")).isFocused();
        press("Enter");
        assertThat(lesson.cell("twice").button("Run")).isFocused();
    }

    @Test
    void from_cell_to_cell_by_arrows_and_into_the_editor_by_enter() {
        var lesson = openLesson("cells");
        lesson.cell("number").code().focus();
        press("Escape");

        press("ArrowDown");
        assertThat(lesson.cell("twice").figure()).isFocused();
        press("j");
        assertThat(lesson.cell("free").figure()).isFocused();
        press("k");
        press("Enter");

        assertThat(lesson.cell("twice").code()).isFocused();
        press("Escape");
        press("Control+Enter");
        assertThat(lesson.cell("twice").state()).hasText(Pattern.compile("Ran in|compile"));
    }

    @Test
    void keys_of_other_notebooks_add_remove_and_bring_back_a_cell_of_ones_own() {
        var lesson = openLesson("cells");
        lesson.cell("twice").code().waitFor();
        lesson.cell("twice").figure().focus();
        press("a");
        var own = page().locator("[data-cell=number] + figure.own");
        assertThat(own.locator(".cm-content")).isFocused();
        press("Escape");
        assertThat(own).isFocused();
        pressTwice(own, "d");
        assertThat(own).hasCount(0);
        assertThat(lesson.cell("number").figure()).isFocused();
        press("z");
        assertThat(own).isFocused();
        press("Delete");
        assertThat(own).hasCount(0);
        pressTwice(lesson.cell("number").figure(), "0");
        assertThat(page().locator("dialog[open]")).containsText("The session of this lesson");
        press("Escape");
    }

    @Test
    void tab_indents_in_the_editor_and_escape_lets_it_go() {
        var cell = openLesson("cells").cell("free");
        cell.write("if (true) {");
        press("Enter");
        press("Tab");
        assertThat(cell.code()).isFocused();

        press("Escape");
        press("Tab");

        assertThat(cell.button("Run")).isFocused();
    }

    @Test
    void keys_pressed_before_the_help_while_typing_is_there_are_not_lost() {
        var held = new ArrayList<Route>();
        page().route(Pattern.compile("chunk-assistance-"), held::add);
        var cell = openLesson("cells").cell("free");
        cell.write("if (true) {\nint a = 1;\n}");
        press("Control+Shift+F");
        page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);

        assertThat(cell.code().locator(".cm-line").nth(1))
                .hasText(Pattern.compile("^    int a = 1;$"));
    }

    @Test
    void what_was_typed_can_be_undone_after_a_reload() {
        server().forgetWork("cells", "free");
        var cell = openLesson("cells").cell("free");
        assertThat(cell.code()).hasText("\"a\" + \"b\"");
        page().waitForResponse(
                        answer -> answer.url().endsWith("/cells/free/draft") && answer.ok(),
                        () -> cell.write("int typed = 1;"));

        page().reload();
        var again = new LessonTab(page()).cell("free");
        assertThat(again.code()).hasText("int typed = 1;");
        again.press("ControlOrMeta+z");
        assertThat(again.code()).hasText("\"a\" + \"b\"");
    }

    @Test
    void a_search_finds_code_and_leads_to_it() {
        openMap();
        press("/");
        page().keyboard().insertText("no such thing");
        var search = page().locator("dialog.search");
        assertThat(search).containsText("Nothing found for “no such thing”.");

        press("ControlOrMeta+a");
        page().keyboard().insertText("ANSWER = 42");
        assertThat(search.locator("li")).hasCount(1);
        assertThat(search.locator("mark")).hasText("answer");
        Axe.assertNoViolation(page());
        press("ArrowDown");
        press("Enter");

        assertThat(page()).hasURL(Pattern.compile("/lessons/blocks#code$"));
    }

    /** Without time between, however busy the machine is. */
    private static void pressTwice(Locator element, String key) {
        element.evaluate(
                """
                (element, key) => {
                    for (const _ of [1, 2]) {
                        element.dispatchEvent(new KeyboardEvent("keydown", { key }));
                    }
                }
                """,
                key);
    }

    private void press(String key) {
        page().keyboard().press(key);
    }

    /** Goes on with Tab until the element has the focus, as a person would. */
    private void tabTo(String selector) {
        for (var presses = 0; presses < 100; presses++) {
            press("Tab");
            if ((Boolean) page().evaluate("s => document.activeElement.matches(s)", selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }
}
