package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A timeline of ten thousand virtual threads in a browser: how far the picture is behind the cell,
 * when all of it is there, and for how long the page does not answer.
 */
final class TracePage implements Benchmark {

    private static final String LESSON = "/lessons/s1-02-threads-and-interleaving";
    private static final int THREADS = 10_000;

    /** Threads whose names are moments of the clock tell when the run began. */
    private static final String CELL =
            """
            // ten thousand sleepers
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 10_000; i++) {
                threads.add(Thread.ofVirtual().name("sleeper-" + i).start(() -> {
                    try { Thread.sleep(4_000); } catch (InterruptedException e) { }
                }));
            }
            for (int i = 0; i < 5; i++) {
                Thread.ofPlatform().name("mark-" + System.currentTimeMillis()).start(() -> {}).join();
                Thread.sleep(500);
            }
            for (var thread : threads) thread.join();
            """;

    /** Stores the text of the first cell, over what is stored now. */
    private static final String WRITTEN =
            """
            (async () => {
                while (document.querySelector("figure[data-cell]") === null) {
                    await new Promise((resolve) => setTimeout(resolve, 20));
                }
                const { cell } = document.querySelector("figure[data-cell]").dataset;
                const path = `/api${location.pathname}`;
                const { cells } = await (await fetch(path)).json();
                const answer = await fetch(`${path}/cells/${cell}/draft`, {
                    method: "PUT",
                    headers: { "Content-Type": "application/json", "X-Interleave": "1" },
                    body: JSON.stringify({ text: TEXT, base: cells[cell].draft?.revision ?? 0 }),
                });
                return answer.ok;
            })()
            """;

    /** Runs the cell with its timeline, once the text is in the page; watches, zooms and moves. */
    private static final String MEASURED =
            """
            (async () => {
                const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
                const frame = () => new Promise(requestAnimationFrame);
                const until = async (found) => {
                    while (!found()) await pause(20);
                    return found();
                };
                const figure = await until(() => document.querySelector("figure[data-cell]"));
                await until(() => figure.querySelector(".cm-content")?.textContent.includes("ten thousand sleepers"));
                const tasks = [];
                const watch = new PerformanceObserver((list) => note(list.getEntries()));
                const note = (entries) => entries.forEach((e) => tasks.push(e.duration));
                watch.observe({ type: "longtask" });
                // A task is told of some time after it ended.
                const longest = async () => {
                    await pause(500);
                    note(watch.takeRecords());
                    return Math.max(0, ...tasks.splice(0));
                };
                [...figure.querySelectorAll("button")].find((b) => b.textContent.trim() === "Timeline").click();
                const panel = await until(() => document.querySelector(".trace"));
                const shows = [];
                const shown = () => {
                    const at = Number(panel.dataset.until ?? 0) / 1000;
                    if (at > (shows.at(-1)?.[1] ?? 0)) shows.push([Date.now(), at]);
                };
                const said = () => panel.querySelector(".trace-state").textContent;
                while (said() === "" || said().startsWith("Recording")) {
                    shown();
                    await frame();
                }
                shown();
                const whole = Date.now();
                const live = await longest();
                const { cell } = figure.dataset;
                const path = `/api${location.pathname}/cells/${cell}/trace?spans=0&threads=`;
                const trace = await (await fetch(`${path}0`)).json();
                // The picture begins with the first thread, the run with the compiler.
                const began = trace.threads[0].from + Math.min(
                    ...trace.threads.filter((t) => t.name.startsWith("mark-"))
                        .map((t) => Number(t.name.slice(5)) - t.from));
                // What one picture shows first happened after the end of the one before.
                const behind = shows.slice(1).map(([at], i) => at - began - shows[i][1]);
                const lanes = panel.querySelector("select");
                const frames = {};
                const act = async (kind, action) => {
                    await frame();
                    const from = performance.now();
                    action();
                    await frame();
                    (frames[kind] ??= []).push(performance.now() - from);
                };
                const scroller = panel.querySelector(".trace-scroller");
                const press = (key) => scroller.dispatchEvent(new KeyboardEvent("keydown", { key }));
                for (const grouping of ["name", "thread"]) {
                    lanes.value = grouping;
                    await act("regroup", () => lanes.dispatchEvent(new Event("change")));
                    for (const key of ["+", "ArrowRight", "+", "ArrowRight", "ArrowLeft", "-", "-", "0"]) {
                        await act(grouping, () => press(key));
                    }
                }
                return {
                    threads: trace.threads.length, pictures: shows.length,
                    behind: Math.max(...behind), whole: whole - began - shows.at(-1)[1],
                    live, used: await longest(),
                    together: Math.max(...frames.name), apart: Math.max(...frames.thread),
                    regroup: Math.max(...frames.regroup),
                };
            })()
            """;

    private final Path root;

    TracePage(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "trace.page";
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
        var runs = bench.amounts().runs(3, 10);
        var visits = new ArrayList<JsonNode>();
        try (var course = CourseProcess.start(List.of(root.resolve("interleave").toString()));
                var browser = HeadlessBrowser.start(program)) {
            var page = Map.of("url", course.address().resolve(LESSON).toString());
            browser.send("Page.navigate", page);
            var text = new JsonMapper().writeValueAsString(CELL);
            if (!browser.evaluate(WRITTEN.replace("TEXT", text)).asBoolean()) {
                throw new WrongResult("The text of the cell was not stored.");
            }
            for (var run = 0; run < runs; run++) {
                visits.add(visit(browser, page));
                bench.progress().at(name(), run + 1L, runs);
            }
        }
        tell(bench, visits, "behind", "from an event until it is drawn, the longest of a run");
        tell(bench, visits, "whole", "from the last event until the whole run is drawn");
        tell(bench, visits, "live", "the longest task of the page while the run goes on");
        tell(bench, visits, "used", "the longest task while it is zoomed, moved and regrouped");
        tell(bench, visits, "together", "the longest frame of zooming and moving, by name");
        tell(bench, visits, "apart", "the longest frame of zooming and moving, a lane a thread");
        tell(bench, visits, "regroup", "the longest frame in which threads are grouped otherwise");
    }

    private static JsonNode visit(HeadlessBrowser browser, Map<String, String> page)
            throws IOException, InterruptedException, WrongResult {
        browser.send("Page.navigate", page);
        var visit = browser.evaluate(MEASURED);
        if (visit.path("threads").asInt() < THREADS || visit.path("pictures").asInt() < 3) {
            throw new WrongResult("The timeline is not that of the cell: " + visit);
        }
        return visit;
    }

    private void tell(Bench bench, List<JsonNode> visits, String what, String notes) {
        var values = visits.stream().map(visit -> visit.get(what).asDouble()).toList();
        bench.tell(name() + "." + what, "ms", values, notes);
    }
}
