package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.interleave.browser.Asking.until;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A learner, an exercise and a comparison, with the real judge and real measurements; each test
 * goes on where the last one ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ExerciseTest extends BrowserTest {

    private static final String HALF =
            "class Greeter {\n"
                    + "    String greet(String name) {\n"
                    + "        return Words.hello() + \", \" + name;\n"
                    + "    }\n"
                    + "}\n";
    private static final String RIGHT =
            HALF.replace("return", "if (name.isEmpty()) return Words.hello();\n        return");

    @Test
    @Order(1)
    void the_public_tests_say_in_the_statement_what_is_wrong() {
        open();
        button("Run tests").click();

        var byName = exercise().locator(".task[data-task=by-name]");
        assertThat(byName.locator(".test.failed")).containsText("somebody is greeted by name");
        assertThat(byName.locator(".fault")).hasText("Wrong result");
        assertThat(exercise().locator(".task[data-task=nobody] .test")).hasCount(0);
        assertThat(state()).containsText("Not there yet");
    }

    @Test
    @Order(2)
    void hints_come_one_by_one() {
        open();
        button("Show a hint \\(1 of 2\\)").click();

        assertThat(exercise().locator(".hints li")).hasCount(1);
        assertThat(exercise().locator(".hints")).containsText("Words.hello()");
        assertThat(button("Show a hint \\(2 of 2\\)")).isVisible();
    }

    @Test
    @Order(3)
    void what_passes_the_public_tests_need_not_pass_all() {
        open();
        write(HALF);
        page().keyboard().press("Control+Enter");
        assertThat(state()).containsText("All public tests pass");
        button("Submit").click();

        assertThat(state()).containsText("Not there yet, 5 of 10 points");
        assertThat(exercise().locator(".task[data-task=nobody] .test.failed")).isVisible();
        assertThat(exercise().locator(".exercise-explanation")).isHidden();
    }

    @Test
    @Order(4)
    void who_passes_sees_the_explanation_and_what_changed() {
        open();
        write(RIGHT);
        button("Submit").click();
        assertThat(state()).containsText("Passed, 10 of 10 points");
        assertThat(exercise().locator(".exercise-explanation"))
                .containsText("A greeting is a word");

        exercise().locator(".attempts summary").click();
        assertThat(exercise().locator(".attempts li")).hasCount(4);
        exercise().locator(".attempts li").nth(1).locator("button").click();
        assertThat(page().locator(".diff ins")).containsText("name.isEmpty()");
        page().keyboard().press("Escape");
        assertThat(page().locator("dialog.changes")).hasCount(0);
    }

    @Test
    @Order(5)
    void versions_are_compared_after_a_prediction_and_the_outcome_is_shown_then() {
        open();
        assertThat(button(comparison(), "Compare")).isDisabled();
        assertThat(comparison().locator(".compare-outcome")).isHidden();
        comparison().locator("input[type=radio]").last().check();
        button(comparison(), "Compare").click();

        // How fast anything is says nothing here: that something is claimed, and drawn, does.
        assertThat(comparison().locator(".compare-result[data-claim]:not([data-claim=none])"))
                .isVisible();
        assertThat(comparison().locator(".compare-host")).containsText("processors");
        assertThat(comparison().locator(".compare-outcome")).isVisible();
        assertThat(comparison().locator("input[type=radio]").last()).isDisabled();
        assertThat(button(comparison(), "Compare")).isVisible();
    }

    @Test
    @Order(6)
    void a_picture_is_read_out_by_the_arrow_keys_and_saved() {
        open();
        // A first pair of JVMs is measured even if that takes longer than there is time.
        assertThat(comparison().locator(".compare-picture svg")).isVisible();
        button(comparison(), "Bars").click();
        comparison().locator(".compare-picture").focus();
        page().keyboard().press("ArrowRight");
        assertThat(comparison().locator(".compare-reading")).containsText("JVM 1");

        var saved = page().waitForDownload(() -> button(comparison(), "PNG").click());
        Assertions.assertThat(saved.suggestedFilename()).isEqualTo("two-sums-2.png");
    }

    /** With the keyboard alone, and on a narrow page. */
    @Test
    @Order(7)
    void a_flame_graph_is_asked_for_and_read_by_the_keyboard() {
        profile(new NewContextOptions().setViewportSize(360, 740));
        open();
        var ask = button(comparison(), "Flame graph: A loop");
        ask.focus();
        page().keyboard().press("Enter");
        var picture = comparison().locator(".compare-picture.flame");
        assertThat(picture.locator("svg")).isVisible();
        // It was on Stop meanwhile, which is gone.
        assertThat(ask).isFocused();
        tabTo(picture);
        page().keyboard().press("ArrowDown");
        var reading = comparison().locator(".compare-flame .compare-reading");
        assertThat(reading).containsText("% of the time");
        assertThat(picture.locator("g.at")).hasCount(1);

        var whole = button(comparison(), "Whole picture");
        page().keyboard().press("Enter");
        assertThat(whole).isEnabled();
        page().keyboard().press("Escape");
        assertThat(whole).isDisabled();

        assertThat(comparison().locator(".compare-facts-list li").first()).isVisible();
        Assertions.assertThat(page().evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(360);
        Axe.assertNoViolation(page());
    }

    private void tabTo(Locator target) {
        for (var presses = 0; presses < 30; presses++) {
            page().keyboard().press("Tab");
            if ((boolean) target.evaluate("it => it === document.activeElement")) {
                return;
            }
        }
        assertThat(target).isFocused();
    }

    @Test
    @Order(8)
    void everything_is_there_again_in_both_themes_and_breaks_no_rule() {
        for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            profile(new NewContextOptions().setColorScheme(theme));
            open();
            assertThat(code()).containsText("name.isEmpty()");
            assertThat(exercise().locator(".test.passed")).hasCount(2);
            assertThat(state()).containsText("Passed");
            assertThat(comparison().locator(".compare-host").first()).containsText("JDK");
            assertThat(comparison().locator(".compare-picture.flame svg")).isVisible();
            exercise().locator(".attempts summary").click();

            Axe.assertNoViolation(page());
        }
    }

    @Test
    @Order(9)
    void the_files_are_tabs() {
        open();
        page().locator("[role=tab]").first().focus();
        page().keyboard().press("ArrowRight");

        assertThat(exercise().locator(".exercise-file:visible .cm-content"))
                .containsText("class Words");
    }

    @Test
    @Order(10)
    void the_editor_knows_the_file_the_files_beside_it_and_what_must_be_imported() {
        open();
        write("class Greeter {\n    String greet(String name) {\n        return Words.he");
        var popup = page().locator(".cm-tooltip-autocomplete li");
        until(popup, () -> page().keyboard().press("Control+Space"));
        assertThat(popup).hasText("hello() String");
        popup.click();
        assertThat(code()).containsText("return Words.hello()");

        write("class Greeter {\n    List<String> all;\n}");
        var underline = code().locator(".cm-lintRange-error");
        until(underline, () -> page().keyboard().type(" "));
        assertThat(underline).hasText("List");
    }

    private void open() {
        openLesson("practice");
        code().waitFor();
        assertThat(exercise().locator(".attempts")).hasCount(1);
    }

    private Locator exercise() {
        return page().locator(".exercise[data-exercise=greeting]");
    }

    private Locator comparison() {
        return page().locator(".compare[data-compare=two-sums]");
    }

    private Locator state() {
        return exercise().locator(".cell-state");
    }

    private Locator code() {
        return exercise().locator(".exercise-file:visible .cm-content");
    }

    private Locator button(String words) {
        return button(exercise(), words);
    }

    private static Locator button(Locator where, String words) {
        return where.locator("button:visible")
                .filter(
                        new Locator.FilterOptions()
                                .setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }

    private void write(String text) {
        code().focus();
        page().keyboard().press("ControlOrMeta+a");
        page().keyboard().insertText(text);
    }
}
