package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Running, stopping, changing and repairing cells, in the real sandbox. */
class CellTest extends BrowserTest {

    private static final Locator.GetByTextOptions EXACTLY =
            new Locator.GetByTextOptions().setExact(true);
    private static final Pattern RAN = Pattern.compile("^Ran in ");

    @Override
    boolean sharesServer() {
        return true;
    }

    @BeforeEach
    void begin_anew() {
        server().forgetWork("cells", "number", "twice", "free");
    }

    @Test
    void output_arrives_line_by_line() {
        var cell = openLesson("cells").cell("free");
        cell.write(
                """
                String line;
                while (!(line = IO.readln("? ")).equals("end")) {
                    IO.println("you said " + line);
                }
                """);
        cell.press("Control+Enter");

        var input = cell.figure().getByLabel("The cell waits for a line");
        assertThat(cell.output()).containsText("?");
        input.fill("one");
        input.press("Enter");
        assertThat(cell.output()).containsText("you said one");
        assertThat(cell.state()).hasText(Pattern.compile("^Running"));
        input.fill("end");
        input.press("Enter");
        assertThat(cell.state()).hasText(RAN);
        assertThat(input).isHidden();
    }

    @Test
    void a_cell_that_asks_before_it_prints_anything_can_be_answered() {
        var cell = openLesson("cells").cell("free");
        cell.write("var name = IO.readln();\nIO.println(\"hello \" + name);");
        cell.press("Control+Enter");

        var input = cell.figure().getByLabel("The cell waits for a line");
        assertThat(input).isFocused();
        input.fill("Ada");
        input.press("Enter");
        assertThat(cell.output()).containsText("hello Ada");
        assertThat(cell.state()).hasText(RAN);
        assertThat(input).hasCount(0);
        assertThat(cell.output()).isFocused();
    }

    @Test
    void a_line_that_could_not_be_sent_stands_in_its_field_again() {
        complaints().allow("net::ERR_FAILED");
        var cell = openLesson("cells").cell("free");
        cell.write("IO.println(\"hello \" + IO.readln(\"? \"));");
        cell.press("Control+Enter");
        var input = cell.figure().getByLabel("The cell waits for a line");
        page().route("**/input", Route::abort);
        input.fill("kept");
        input.press("Enter");
        assertThat(input).hasValue("kept");
        assertThat(cell.output().locator(".typed")).hasCount(0);

        page().unroute("**/input");
        input.press("Enter");
        assertThat(cell.output()).containsText("hello kept");
        assertThat(input).hasCount(0);
    }

    @Test
    void an_output_that_was_cleared_stays_out_of_sight() {
        var cell = openLesson("cells").cell("free");
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("ab");
        // Only an output that is whole is out of sight for good.
        assertThat(cell.state()).hasText(RAN);
        cell.button("Clear").press("Enter");
        assertThat(cell.output()).isHidden();
        assertThat(cell.button("Run")).isFocused();

        page().reload();
        var again = new LessonTab(page()).cell("free");
        assertThat(again.state()).hasText(RAN);
        assertThat(again.output()).isHidden();
        again.press("Control+Enter");
        assertThat(again.output()).containsText("ab");
    }

    @Test
    void a_cell_of_ones_own_is_added_run_split_moved_removed_and_brought_back() {
        var lesson = openLesson("cells");
        lesson.cell("number").press("Alt+Enter");
        assertThat(lesson.cell("own_1").code()).isFocused();
        lesson.cell("own_1").write("IO.println(number);\nnumber + 1");
        lesson.cell("own_1").press("Control+Enter");
        assertThat(lesson.cell("own_1").output()).containsText("⇒ 21");

        lesson = openLesson("cells");
        var own = lesson.cell("own_1");
        assertThat(own.output()).containsText("⇒ 21");
        own.press("Control+Home");
        own.press("End");
        complaints().allow("net::ERR_FAILED");
        page().route("**/api/lessons/cells/cells", Route::abort);
        own.button("Split").click();
        assertThat(page().locator(".notice.failed")).isVisible();
        assertThat(own.code()).containsText("number + 1");
        page().unroute("**/api/lessons/cells/cells");
        own.button("Split").click();
        assertThat(own.code()).hasText("IO.println(number);");
        assertThat(lesson.cell("own_2").code()).hasText("number + 1");
        lesson.cell("own_2").button("↑").click();
        assertThat(page().locator("[data-cell=own_2] + [data-cell=own_1]")).isVisible();

        lesson.cell("own_2").button("Remove").click();
        assertThat(page().locator("[data-cell=own_2]")).hasCount(0);
        lesson.notices().getByText("Undo").click();
        assertThat(lesson.cell("own_2").code()).hasText("number + 1");
        lesson.cell("own_2").button("Remove").click();
        lesson.cell("own_1").button("Remove").click();
        assertThat(page().locator("figure.own")).hasCount(0);
    }

    @Test
    void an_endless_loop_is_stopped_and_the_variables_stay() {
        var lesson = openLesson("cells");
        lesson.cell("number").button("Run").click();
        assertThat(lesson.cell("number").state()).hasText(RAN);
        var cell = lesson.cell("free");
        cell.write(
                """
                int turns = 0;
                while (true) {
                    if (++turns == 1000) IO.println("begun");
                }
                """);
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("begun");
        assertThat(cell.figure()).hasClass(Pattern.compile("busy"));

        cell.button("Stop").click();

        assertThat(cell.state()).hasText("Stopped");
        cell.write("number + (turns != 0 ? 1 : 0)");
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("⇒ 21 : int");
    }

    @Test
    void reset_gives_the_authors_text_back_and_can_be_undone() {
        var lesson = openLesson("cells");
        var cell = lesson.cell("twice");
        cell.write("IO.println(\"mine\");");
        cell.button("Reset").click();
        assertThat(cell.code()).containsText("twice is");

        cell.button("Undo reset").click();
        assertThat(cell.code()).hasText("IO.println(\"mine\");");
        cell.button("Reset").click();
        assertThat(cell.code()).containsText("twice is");

        page().reload();
        assertThat(lesson.cell("twice").code()).containsText("twice is");
        assertThat(lesson.cell("twice").button("Reset")).isHidden();
    }

    @Test
    void a_compile_error_stands_below_its_line_and_as_text() {
        var cell = openLesson("cells").cell("free");
        cell.write("int fine = 1;\nint wrong = \"text\";");
        cell.press("Control+Enter");

        assertThat(cell.state()).hasText("Does not compile");
        assertThat(cell.output()).containsText("incompatible types");
        assertThat(cell.figure().locator(".cm-line").nth(1).locator(".cm-lintRange-error"))
                .isVisible();
        cell.output().locator(".place").click();
        page().keyboard().insertText("/**/");
        assertThat(cell.code()).containsText("int wrong = /**/\"text\";");
    }

    @Test
    void an_exception_shows_the_cells_own_line() {
        var cell = openLesson("cells").cell("free");
        cell.write("int zero = 0;\n\nIO.println(\"before\");\nint broken = 1 / zero;");
        cell.press("Control+Enter");

        assertThat(cell.output()).containsText("before");
        assertThat(cell.output()).containsText("java.lang.ArithmeticException: / by zero");
        assertThat(cell.state()).hasText(Pattern.compile("^Failed"));
        cell.output().locator(".stack .place").first().click();
        assertThat(cell.figure().locator(".cm-lineNumbers .cm-activeLineGutter")).hasText("4");
    }

    @Test
    void who_calls_itself_too_deeply_fills_no_page_with_the_same_line() {
        var cell = openLesson("cells").cell("free");
        cell.write("int deep(int n) {\n    return deep(n + 1) + 1;\n}\ndeep(0)");
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("java.lang.StackOverflowError");
        assertThat(cell.output()).containsText("line 2 (at least 20 times in a row)");
        assertThat(cell.output().locator(".stack li")).hasCount(1);
    }

    @Test
    void a_cell_below_a_changed_one_says_so_and_runs_all_above() {
        var lesson = openLesson("cells");
        lesson.cell("number").write("int number = 1;");
        lesson.cell("number").press("Control+Enter");
        assertThat(lesson.cell("number").state()).hasText(RAN);
        lesson.cell("twice").button("Run").click();
        assertThat(lesson.cell("twice").output()).containsText("twice is 2");

        lesson.cell("number").write("int number = 4;");

        assertThat(lesson.cell("number").stale()).hasText("Changed since it ran");
        assertThat(lesson.cell("twice").stale()).hasText("Cell 1 above has changed: run it first");
        lesson.cell("twice").button("Run all above").click();
        assertThat(lesson.cell("twice").output()).containsText("twice is 8");
        assertThat(lesson.cell("twice").stale()).isEmpty();
    }

    @Test
    void threads_that_a_cell_left_are_named_and_ended() {
        var cell = openLesson("cells").cell("free");
        cell.write(
                """
                var kettle = Thread.ofPlatform().name("kettle").daemon().start(() -> {
                    try {
                        Thread.sleep(10_000_000);
                    } catch (InterruptedException e) {
                    }
                });
                """);
        cell.press("Control+Enter");

        assertThat(cell.output()).containsText("1 thread is still running");
        cell.output().locator(".leftovers summary").click();
        assertThat(cell.output()).containsText("kettle");
        cell.button("End it").click();
        assertThat(cell.output()).containsText("All threads have ended.");
    }

    @Test
    void the_session_can_be_begun_anew() {
        var lesson = openLesson("cells");
        lesson.cell("number").button("Run").click();
        assertThat(lesson.cell("number").state()).hasText(RAN);

        lesson.session().locator("button").click();
        page().getByRole(AriaRole.DIALOG).getByText("Restart", exact()).click();

        assertThat(lesson.cell("number").stale()).containsText("From an earlier session");
        lesson.cell("twice").button("Run").click();
        assertThat(lesson.cell("twice").state()).hasText("Does not compile");
    }

    @Test
    void a_long_output_can_be_copied_as_it_is() {
        var cell = openLesson("cells").cell("free");
        cell.write("for (int i = 0; i < 3; i++) IO.println(\"line\\t\" + i);");
        cell.press("Control+Enter");
        assertThat(cell.state()).hasText(RAN);

        cell.figure().hover();
        cell.button("Copy output").click();

        page().waitForFunction(
                        "text => navigator.clipboard.readText().then(copied => copied === text)",
                        "line\t0\nline\t1\nline\t2\n");
    }

    @Test
    void a_long_output_is_cut_and_can_be_seen_whole_raw_or_not_at_all() {
        var cell = openLesson("cells").cell("free");
        cell.write("for (int i = 0; i < 500; i++) IO.println(\"\\033[1mline\\033[0m \" + i);");
        cell.press("Control+Enter");
        assertThat(cell.state()).hasText(RAN);

        cell.button("Show all \\(500 lines\\)").click();
        assertThat(cell.button("Show less")).isVisible();
        assertThat((Boolean) cell.output().evaluate("e => e.scrollHeight <= e.clientHeight"))
                .isTrue();
        cell.button("Show less").click();

        cell.button("Raw").click();
        assertThat(cell.figure().locator(".raw")).containsText("\033[1mline\033[0m 499");
        assertThat(cell.output()).isHidden();
        cell.button("Hide").click();
        assertThat(cell.figure().locator(".raw")).isHidden();
        cell.button("Show output \\(500 lines\\)").click();
        cell.button("Raw").click();
        assertThat(cell.output()).isVisible();
    }

    @Test
    void an_earlier_version_is_found_with_what_it_printed_and_used_again() {
        var cell = openLesson("cells").cell("free");
        cell.write("IO.println(\"printed first\");");
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("printed first");
        cell.write("IO.println(\"printed second\");");
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("printed second");

        cell.button("Versions").click();
        var dialog = page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.locator(".output-log")).containsText("printed second");
        dialog.locator("input[type=range]").press("ArrowLeft");
        assertThat(dialog.locator(".output-log")).containsText("printed first");
        dialog.getByText("Use this version").click();

        assertThat(dialog).isHidden();
        assertThat(cell.code()).hasText("IO.println(\"printed first\");");
        assertThat(cell.stale()).hasText("Changed since it ran");
    }

    @Test
    void all_cells_are_run_in_turn_in_a_session_begun_anew() {
        var lesson = openLesson("cells");
        lesson.cell("number").write("int number = 7;");
        lesson.session().locator("button").click();

        page().getByRole(AriaRole.DIALOG).getByText("Restart and run all", exact()).click();

        assertThat(lesson.cell("free").state()).hasText(RAN);
        assertThat(lesson.cell("twice").output()).containsText("twice is 14");
        lesson.cell("number").write("int number = 8;");
        lesson.cell("number").press("Control+Alt+Enter");
        assertThat(lesson.cell("twice").output()).containsText("twice is 16");
        assertThat(lesson.cell("twice").stale()).isEmpty();
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
