package dev.interleave.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run did, and what could come of it: timelines, schedules, and links to both. */
class TimelineTest extends BrowserTest {

    private static final Locator.GetByTextOptions EXACTLY =
            new Locator.GetByTextOptions().setExact(true);

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    @Override
    boolean sharesServer() {
        return true;
    }

    @BeforeEach
    void begin_anew() {
        server().forgetWork("cells", "number", "twice", "free");
    }

    @Test
    void a_timeline_is_there_as_a_picture_in_words_and_as_a_table() {
        var cell = openLesson("cells").cell("free");
        cell.write(
                """
                Thread.ofVirtual().name("sleeper").start(() -> {
                    try { Thread.sleep(30); } catch (InterruptedException e) {}
                }).join();
                CompletableFuture.supplyAsync(() -> 1).thenApply(n -> n / 0).handle((n, e) -> 2).join();
                try (var scope = java.util.concurrent.StructuredTaskScope.open()) {
                    scope.fork(() -> { throw new IllegalStateException(); });
                    scope.join();
                } catch (java.util.concurrent.StructuredTaskScope.FailedException e) {}
                """);
        cell.button("Timeline").click();

        var timeline = page().locator(".trace");
        assertThat(timeline.locator(".trace-state"))
                .hasText(Pattern.compile("^[0-9]+ threads, [0-9]+ spans\\. "));
        assertThat(timeline.locator("canvas")).isVisible();
        timeline.getByText("Next event", EXACTLY).click();
        assertThat(timeline.locator(".trace-step"))
                .hasText(Pattern.compile("^[0-9.]+ ms: .*: running"));
        timeline.getByText("Waits", EXACTLY).click();
        var waits = timeline.locator(".wait-list li");
        var join =
                waits.filter(
                        new Locator.FilterOptions().setHasText("waits for the end of sleeper"));
        for (int i = 0; i < 60 && join.count() == 0; i++) {
            timeline.getByText("Next event", EXACTLY).click();
        }
        assertThat(join).hasCount(1);
        assertThat(timeline.locator(".trace-graph .edge title").allTextContents())
                .containsExactlyInAnyOrderElementsOf(waits.allTextContents());
        timeline.getByText("List", EXACTLY).click();
        assertThat(timeline.locator("ol")).containsText("sleeper: sleeping");
        timeline.getByText("Threads", EXACTLY).click();
        assertThat(timeline.getByRole(AriaRole.ROWHEADER, named("sleeper"))).isVisible();
        timeline.getByText("Tasks", EXACTLY).click();
        assertThat(timeline.locator(".stage")).hasCount(3);
        assertThat(timeline.locator(".stage.failed")).hasCount(1);
        assertThat(timeline.locator(".scope-list .edge-failed"))
                .containsText("comes back failed with IllegalStateException");
        assertThat(timeline.locator(".scope-tree .edge title").allTextContents())
                .isEqualTo(timeline.locator(".scope-list li").allTextContents());
        assertThat(timeline.locator(".task-failed").first())
                .containsText("thenApply, line 4, after #1: failed with ArithmeticException");
        var moment = timeline.getByLabel("Moment of the run");
        moment.fill("0");
        assertThat(timeline.locator(".stage")).hasCount(0);
        timeline.getByText("Event before", EXACTLY).click();
        for (int i = 0; i < 60 && timeline.locator(".stage").count() < 2; i++) {
            timeline.getByText("Next event", EXACTLY).click();
        }
        assertThat(timeline.locator(".stage")).hasCount(2);
        moment.fill("1000");
        assertThat(timeline.locator(".stage")).hasCount(3);
        timeline.getByLabel("Speed of playing").selectOption("10 × slower");
        Axe.assertNoViolation(page());

        timeline.getByLabel("Find a thread").fill("thenApply");
        timeline.getByText("Link to this view", EXACTLY).click();
        var link = timeline.locator(".trace-linked input").inputValue();
        page().navigate("about:blank");
        page().navigate(link);
        assertThat(timeline.getByText("Tasks", EXACTLY)).hasAttribute("aria-pressed", "true");
        assertThat(timeline.locator(".task-failed")).hasCount(1);
    }

    @Test
    void what_can_come_of_a_cell_is_counted_and_shown_step_by_step() {
        var cell = openLesson("cells").cell("free");
        cell.write(
                """
                int shared = 0;
                var one = Thread.ofVirtual().name("one").start(() -> shared++);
                var two = Thread.ofVirtual().name("two").start(() -> shared++);
                one.join();
                two.join();
                shared
                """);
        cell.button("Run many times").click();

        var schedules = page().locator(".schedules");
        assertThat(schedules.locator(".trace-state"))
                .hasText(
                        Pattern.compile(
                                "^[0-9,]+ runs, [0-9,]+ different schedules, 2 different"
                                        + " outcomes"));
        assertThat(schedules.locator(".schedules-outcomes tbody tr")).hasCount(2);
        schedules.getByText("Show how", EXACTLY).last().click();
        schedules.getByText("Forward", EXACTLY).click();
        assertThat(schedules.locator(".schedules-place")).containsText("Step 2 of ");
        schedules.getByLabel("Speed of playing").selectOption("a step every 0.02 s");
        schedules.getByText("Play", EXACTLY).click();
        assertThat(schedules.locator(".schedules-place"))
                .hasText(Pattern.compile("^Step ([0-9]+) of \\1: "));
        assertThat(schedules.locator(".lanes"))
                .containsText("var one = Thread.ofVirtual().name(\"one\").start(() -> shared++);");
        Axe.assertNoViolation(page());
    }

    @Test
    void a_wrong_outcome_is_found_and_its_link_runs_nothing_before_somebody_asks_for_it() {
        var cell = openLesson("cells").cell("free");
        cell.write(
                """
                int total = 0;
                var left = Thread.ofVirtual().name("left").start(() -> total++);
                var right = Thread.ofVirtual().name("right").start(() -> total++);
                left.join();
                right.join();
                """);
        cell.button("Run many times").click();
        var schedules = page().locator(".schedules");
        var search = schedules.getByText("Find a wrong outcome", EXACTLY);
        assertThat(search).isEnabled();
        schedules.locator(".schedules-search input").fill("total == 2");
        search.click();
        assertThat(schedules.locator(".trace-state"))
                .containsText("A wrong outcome was found within");
        assertThat(schedules.locator(".schedules-place")).containsText("Step 1 of ");
        schedules.getByText("Link to this schedule", EXACTLY).click();
        var link = schedules.locator(".schedules-replay input").inputValue();

        page().navigate("about:blank");
        page().navigate(link);

        var offer = page().locator(".schedules-shared");
        assertThat(offer.locator("pre")).containsText("if (!(total == 2))");
        assertThat(schedules).hasCount(0);
        offer.getByText("Replay this schedule", EXACTLY).click();
        assertThat(schedules.locator(".schedules-outcomes")).containsText("total == 2");
        assertThat(schedules.locator(".schedules-place")).containsText("Step 1 of ");
    }

    @Test
    void what_a_cell_prints_and_its_statements_are_marked() {
        var cell = openLesson("cells").cell("free");
        cell.write(
                "Thread.sleep(20);\nSystem.err.println(\"a mistake\");\nIO.println(\"marked\");");
        cell.button("Timeline").click();
        var timeline = page().locator(".trace");
        assertThat(timeline.locator(".trace-state"))
                .hasText(Pattern.compile("^[0-9]+ threads?, [0-9]+ spans\\. "));
        timeline.getByText("List", EXACTLY).click();
        var list = timeline.locator("ol");
        assertThat(list).containsText("main: prints “marked”, line 3");
        assertThat(list).containsText("main: prints the error “a mistake”, line 2");
        assertThat(list).containsText("main: comes to line 2 of the cell");
        timeline.getByText("Lanes", EXACTLY).click();
        for (int i = 0;
                i < 60 && !timeline.locator(".trace-step").textContent().contains("marked");
                i++) {
            timeline.getByText("Next event", EXACTLY).click();
        }
        assertThat(timeline.locator(".trace-step")).containsText("main: prints “marked”, line 3");
        assertThat(pointedAtEveryPixelOf(timeline))
                .as("compiling is not part of the picture")
                .startsWith("0.00 ms: main running")
                .contains("prints “marked”, line 3");
    }

    /** What the lanes say at each place of the first row, where a pointer comes by. */
    private static String pointedAtEveryPixelOf(Locator timeline) {
        var said =
                timeline.locator(".trace-scroller")
                        .evaluate(
                                """
                                (scroller) => {
                                    const box = scroller.getBoundingClientRect();
                                    const said = new Set();
                                    for (let x = 0; x < box.width; x++) {
                                        const at = { clientX: box.left + x, clientY: box.top + 30 };
                                        scroller.dispatchEvent(new PointerEvent("pointermove", at));
                                        said.add(scroller.nextElementSibling.textContent);
                                    }
                                    return [...said].join("\\n");
                                }
                                """);
        return String.valueOf(said);
    }

    @Test
    void a_link_opens_the_timeline_of_a_cell_of_ones_own() {
        var lesson = openLesson("cells");
        lesson.cell("number").press("Alt+Enter");
        var own = page().locator("figure.own").first();
        var cell = lesson.cell(own.getAttribute("data-cell"));
        cell.write("Thread.ofVirtual().name(\"mine\").start(() -> {}).join();");
        cell.button("Timeline").click();
        var timeline = cell.figure().locator(".trace");
        timeline.getByText("Threads", EXACTLY).click();
        assertThat(timeline.getByRole(AriaRole.ROWHEADER, named("mine"))).isVisible();
        timeline.getByText("Link to this view", EXACTLY).click();
        var link = timeline.locator(".trace-linked input").inputValue();

        page().navigate("about:blank");
        page().navigate(link);

        assertThat(timeline.getByRole(AriaRole.ROWHEADER, named("mine"))).isVisible();
        cell.button("Remove").click();
        assertThat(page().locator("figure.own")).hasCount(0);

        page().navigate("about:blank");
        page().navigate(link);
        assertThat(lesson.notices()).containsText("is not in this lesson any more");
    }
}
