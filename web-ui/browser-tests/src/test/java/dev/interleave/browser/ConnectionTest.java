package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks, the server dies: nothing typed and nothing printed is lost or doubled. */
class ConnectionTest extends BrowserTest {

    private static final String COUNT_UP =
            """
            for (int i = 0; i < 40; i++) {
                IO.println("line " + i + ".");
                Thread.sleep(100);
            }
            """;

    @BeforeEach
    void brokenConnectionsAreExpected() {
        complaints().allow("net::ERR_");
        complaints().allow("503");
    }

    @Test
    void a_stream_that_breaks_goes_on_without_a_gap_and_without_repeating() {
        page().addInitScript(
                        """
                        const Real = EventSource;
                        window.streams = [];
                        window.EventSource = class extends Real {
                            constructor(url) { super(url); window.streams.push(this); }
                        };
                        """);
        var cell = openLesson("cells").cell("free");
        cell.write(COUNT_UP);
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("line 5.");

        page().route("**/events*", Route::abort);
        page().evaluate("window.streams.at(-1).dispatchEvent(new Event('error'))");
        page().evaluate("window.streams.at(-1).close()");
        assertThat(page().locator(".notice.offline")).isVisible();
        page().unroute("**/events*");

        assertThat(cell.state()).hasText(Pattern.compile("^Ran in"));
        assertEveryLineOnce(cell);
        assertThat(page().locator(".notice.offline")).hasCount(0);
    }

    @Test
    void what_was_typed_without_a_connection_is_saved_when_it_is_back() {
        var lesson = openLesson("cells");
        lesson.cell("free").code().waitFor();
        context().setOffline(true);
        lesson.cell("free").write("\"typed offline\"");
        assertThat(lesson.cell("free").figure()).containsText("not yet saved");
        assertThat(page().locator(".notice.offline")).isVisible();

        context().setOffline(false);

        assertThat(page().locator(".notice.offline")).hasCount(0);
        assertThat(lesson.cell("free").figure()).not().containsText("not yet saved");
        page().evaluate("localStorage.clear()");
        page().reload();
        assertThat(lesson.cell("free").code()).hasText("\"typed offline\"");
    }

    @Test
    void a_killed_server_loses_no_text_and_no_output() {
        var lesson = openLesson("cells");
        lesson.cell("number").write("int number = 5;");
        lesson.cell("number").press("Control+Enter");
        assertThat(lesson.cell("number").output()).containsText("number ⇒ 5");
        lesson.cell("free").write("IO.println(\"endless\"); while (true) { }");
        lesson.cell("free").press("Control+Enter");
        assertThat(lesson.cell("free").output()).containsText("endless");
        lesson.cell("twice").write("// typed just before");

        server().kill();
        assertThat(page().locator(".notice.offline")).isVisible();
        lesson.cell("twice").press("Control+End");
        page().keyboard().type(" and after");
        server().startAgain();

        assertThat(page().locator(".notice.offline")).hasCount(0);
        assertThat(lesson.cell("free").state()).hasText("Stopped");
        assertThat(lesson.cell("number").stale()).containsText("From an earlier session");
        page().reload();
        assertThat(lesson.cell("twice").code()).hasText("// typed just before and after");
        assertThat(lesson.cell("number").output()).containsText("number ⇒ 5");
    }

    @Test
    void a_cell_that_prints_while_another_one_is_added_shows_every_line_once() {
        var lesson = openLesson("cells");
        var cell = lesson.cell("free");
        cell.write(COUNT_UP);
        var held = new ArrayList<Route>();
        var answers = new ArrayList<APIResponse>();
        page().route(
                        "**/api/lessons/cells",
                        route -> {
                            answers.add(route.fetch());
                            held.add(route);
                        });
        cell.press("Control+Enter");
        assertThat(cell.output()).containsText("line 2.");
        lesson.cell("number").button("Add cell").click();
        page().waitForCondition(() -> !held.isEmpty());
        assertThat(cell.output()).containsText("line 30.");

        held.getFirst().fulfill(new Route.FulfillOptions().setResponse(answers.getFirst()));

        assertThat(cell.state()).hasText(Pattern.compile("^Ran in"));
        assertEveryLineOnce(cell);
        page().unroute("**/api/lessons/cells");
        page().locator("figure.own").getByText("Remove").click();
    }

    @Test
    void a_save_whose_answer_was_lost_is_not_taken_for_the_text_of_another_tab() {
        complaints().allow("409");
        var cell = openLesson("cells").cell("free");
        var held = new ArrayList<Route>();
        page().route("**/cells/free/draft", held::add);
        cell.write("1");
        page().waitForCondition(() -> !held.isEmpty());
        cell.press("Control+End");
        page().keyboard().type(" + 2");

        held.getFirst().fetch();
        page().unroute("**/cells/free/draft");
        page().waitForResponse(
                        answer -> answer.url().endsWith("/free/draft") && answer.ok(),
                        () -> held.getFirst().abort());
        assertThat(cell.conflict()).hasCount(0);
        page().evaluate("localStorage.clear()");
        page().reload();
        assertThat(cell.code()).hasText("1 + 2");
    }

    private static void assertEveryLineOnce(LessonTab.CellOnPage cell) {
        var lines = cell.output().locator(".line").allTextContents();
        assertThat(lines).hasSize(40);
        for (var i = 0; i < 40; i++) {
            assertThat(lines.get(i)).isEqualTo("line " + i + ".");
        }
    }
}
