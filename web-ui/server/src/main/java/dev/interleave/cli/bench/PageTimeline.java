package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A timeline of ten thousand virtual threads in a browser: how far the picture is behind the cell,
 * when all of it is there, and for how long the page does not answer.
 */
final class PageTimeline implements Benchmark {

    private static final String LESSON = "s1-02-threads-and-interleaving";
    private static final int THREADS = 10_000;

    /** Threads whose names are moments of the clock tell when the run began. */
    private static final String CELL =
            """
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 10_000; i++) {
                threads.add(Thread.ofVirtual().name("sleeper-" + i).start(() -> {
                    try { Thread.sleep(5_000); } catch (InterruptedException e) { }
                }));
            }
            for (int i = 0; i < 5; i++) {
                Thread.ofPlatform().name("mark-" + System.currentTimeMillis()).start(() -> {}).join();
                Thread.sleep(500);
            }
            for (var thread : threads) thread.join();
            """;

    /** Puts the text into the first cell of the page. */
    private static final String WRITTEN =
            """
            (async () => {
                while (document.querySelector("figure[data-cell]") === null) {
                    await new Promise((resolve) => setTimeout(resolve, 20));
                }
                const { cell } = document.querySelector("figure[data-cell]").dataset;
                const answer = await fetch(`/api${location.pathname}/cells/${cell}/draft`, {
                    method: "PUT",
                    headers: { "Content-Type": "application/json", "X-Interleave": "1" },
                    body: JSON.stringify({ text: TEXT, base: 0 }),
                });
                return answer.ok;
            })()
            """;

    /** Runs the cell with its timeline, watches it, zooms and moves. */
    private static final String MEASURED =
            """
            (async () => {
                const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
                const until = async (found) => {
                    while (!found()) await pause(20);
                    return found();
                };
                const figure = await until(() => document.querySelector("figure[data-cell]"));
                await until(() => document.querySelector(".cm-editor"));
                const tasks = [];
                new PerformanceObserver((list) => list.getEntries().forEach((e) => tasks.push(e.duration)))
                    .observe({ type: "longtask" });
                const named = (root, text) =>
                    [...root.querySelectorAll("button")].find((b) => b.textContent.trim() === text);
                named(figure, "Timeline").click();
                const panel = await until(() => document.querySelector(".trace"));
                const shows = [];
                let last = "";
                const said = () => panel.querySelector(".trace-state").textContent;
                const over = () => said() !== "" && !said().startsWith("Recording");
                while (!over()) {
                    const shown = panel.dataset.until;
                    if (shown !== undefined && shown !== last) {
                        shows.push([Date.now(), Number(shown) / 1000]);
                        last = shown;
                    }
                    await new Promise(requestAnimationFrame);
                }
                const all = Date.now();
                const { cell } = figure.dataset;
                const path = `/api${location.pathname}/cells/${cell}/trace?threads=0&spans=0`;
                const trace = await (await fetch(path)).json();
                const began = Math.min(...trace.threads.filter((t) => t.name.startsWith("mark-"))
                    .map((t) => Number(t.name.slice(5)) - t.from));
                let behind = 0;
                for (let i = 1; i < shows.length; i++) {
                    behind = Math.max(behind, shows[i][0] - (began + shows[i - 1][1]));
                }
                const live = Math.max(0, ...tasks);
                const lanes = panel.querySelector("select");
                const frames = [];
                const act = async (action) => {
                    await new Promise(requestAnimationFrame);
                    const from = performance.now();
                    action();
                    await new Promise(requestAnimationFrame);
                    frames.push(performance.now() - from);
                };
                const scroller = panel.querySelector(".trace-scroller");
                const press = (key) => scroller.dispatchEvent(new KeyboardEvent("keydown", { key }));
                for (const grouping of ["name", "thread"]) {
                    lanes.value = grouping;
                    await act(() => lanes.dispatchEvent(new Event("change")));
                    for (const key of ["+", "ArrowRight", "+", "ArrowRight", "-", "-", "0"]) {
                        await act(() => press(key));
                    }
                }
                await pause(200);
                return {
                    threads: trace.threads.length,
                    spans: trace.thread.length,
                    behind, live,
                    whole: all - (began + shows.at(-1)[1]),
                    longest: Math.max(0, ...tasks),
                    frame: Math.max(...frames),
                };
            })()
            """;

    private final Path root;

    PageTimeline(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "page.timeline";
    }

    @Override
    public String purpose() {
        return "a timeline of 10,000 virtual threads in a browser: how far behind, how fluent";
    }

    /** Not every machine has a browser. */
    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var program =
                HeadlessBrowser.installed()
                        .orElseThrow(
                                () ->
                                        new WrongResult(
                                                "No Chromium is on the path; CHROMIUM can name"
                                                        + " one."));
        var runs = bench.amounts().runs(3, 5);
        var visits = new ArrayList<JsonNode>();
        try (var course = CourseProcess.start(List.of(root.resolve("interleave").toString()));
                var browser = HeadlessBrowser.start(program)) {
            var page = Map.of("url", course.address().resolve("/lessons/" + LESSON).toString());
            browser.send("Page.navigate", page);
            var text = new JsonMapper().writeValueAsString(CELL);
            if (!browser.evaluate(WRITTEN.replace("TEXT", text)).asBoolean()) {
                throw new WrongResult("The text of the cell was not stored.");
            }
            for (var run = 0; run < runs; run++) {
                browser.send("Page.navigate", page);
                var visit = browser.evaluate(MEASURED);
                if (visit.path("threads").asInt() < THREADS) {
                    throw new WrongResult("The timeline is not that of the cell: " + visit);
                }
                visits.add(visit);
                bench.progress().at(name(), run + 1L, runs);
            }
        }
        tell(bench, visits, "behind", "from an event in the cell until it can be drawn, at most");
        tell(bench, visits, "whole", "from the last event until the whole run is there");
        tell(bench, visits, "live", "the longest task of the page while the run goes on");
        tell(bench, visits, "longest", "the longest task of the page, zooming and moving included");
        tell(bench, visits, "frame", "from a key for zooming or moving to the next frame, at most");
    }

    private void tell(Bench bench, List<JsonNode> visits, String what, String notes) {
        var values = visits.stream().map(visit -> visit.get(what).asDouble()).toList();
        bench.tell(name() + "." + what, "ms", values, notes);
    }
}
