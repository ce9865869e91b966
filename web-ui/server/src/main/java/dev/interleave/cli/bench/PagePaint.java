package dev.interleave.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a lesson appears in a browser: what is seen when, what moves, what keeps it from answering.
 * By the browser's own entries, as Lighthouse reads them, without slowing anything down.
 */
final class PagePaint implements Benchmark {

    private static final String LESSON = "/lessons/s1-02-threads-and-interleaving";

    /** What the page does later, such as bringing the editors, is measured too. */
    private static final String MEASURED =
            """
            new Promise((resolve) => {
                let shift = 0, largest = 0, blocked = 0;
                const watch = (type, each) =>
                    new PerformanceObserver((list) => list.getEntries().forEach(each))
                        .observe({ type, buffered: true });
                watch("layout-shift", (e) => (shift += e.hadRecentInput ? 0 : e.value));
                watch("largest-contentful-paint", (e) => (largest = e.startTime));
                watch("longtask", (e) => (blocked += Math.max(0, e.duration - 50)));
                const paint = () => performance.getEntriesByName("first-contentful-paint")[0];
                const bytes = () => performance.getEntriesByType("resource")
                    .filter((e) => /\\.js(\\?|$)/.test(e.name))
                    .reduce((sum, e) => sum + e.encodedBodySize, 0);
                const [navigation] = performance.getEntriesByType("navigation");
                const ready = () =>
                    paint() !== undefined && document.querySelector(".cm-editor") !== null
                        ? setTimeout(() => resolve({
                              answer: navigation.responseStart, first: paint().startTime,
                              largest, shift, blocked, script: bytes() / 1024,
                          }), 1000)
                        : setTimeout(ready, 50);
                ready();
            })
            """;

    private final Path root;

    PagePaint(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "page.paint";
    }

    @Override
    public String purpose() {
        return "how a lesson appears in a browser: first paint, shifts, blocking";
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
        var runs = bench.amounts().runs(10, 20);
        var visits = new ArrayList<JsonNode>();
        try (var course = CourseProcess.start(List.of(root.resolve("interleave").toString()));
                var browser = HeadlessBrowser.start(program)) {
            browser.send("Network.enable", Map.of());
            browser.send("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            visit(browser, course);
            for (var run = 0; run < runs; run++) {
                visits.add(visit(browser, course));
                bench.progress().at(name(), run + 1L, runs);
            }
        }
        tell(bench, visits, "answer", "ms", "until the first byte of the page");
        tell(bench, visits, "first", "ms", "first contentful paint");
        tell(bench, visits, "largest", "ms", "largest contentful paint");
        tell(bench, visits, "shift", "score", "cumulative layout shift");
        tell(bench, visits, "blocked", "ms", "of long tasks what is beyond 50 ms each");
        tell(bench, visits, "script", "KiB", "of JavaScript, compressed, the editor included");
    }

    private static JsonNode visit(HeadlessBrowser browser, CourseProcess course)
            throws IOException, InterruptedException, WrongResult {
        browser.send("Page.navigate", Map.of("url", course.address().resolve(LESSON).toString()));
        var measured = browser.evaluate(MEASURED);
        if (!measured.has("first")) {
            throw new WrongResult("The lesson did not appear in the browser.");
        }
        return measured;
    }

    private void tell(Bench bench, List<JsonNode> visits, String what, String unit, String notes) {
        var values = visits.stream().map(visit -> visit.get(what).asDouble()).toList();
        bench.tell(name() + "." + what, unit, values, notes + "; nothing cached");
    }
}
