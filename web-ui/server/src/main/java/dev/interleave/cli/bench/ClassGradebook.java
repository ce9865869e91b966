package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.web.progress.Database;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** The gradebook of a large class: from a request to the whole page. */
final class ClassGradebook implements Benchmark {

    private static final int LEARNERS = 500;
    private static final int EXERCISES = 60;

    private final Path root;

    ClassGradebook(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "class.gradebook";
    }

    @Override
    public String purpose() {
        return "pages and export of a gradebook of 500 learners by 60 exercises";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var data = ClassFolder.make(LEARNERS, exercises());
        try (var database = Database.open(data)) {
            database.write(db -> handIn(db, bench.amounts().seed()));
        }
        var command = List.of(root.resolve("interleave").toString());
        try (var course = CourseProcess.start(command, data, "--class");
                var http = HttpClient.newHttpClient()) {
            for (var page : pages().entrySet()) {
                tell(bench, course, http, page.getKey(), page.getValue());
            }
        }
    }

    /** What follows the gradebook's path, by the name of the figure. */
    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("first", "");
        pages.put("last", "?page=10");
        pages.put("by-total", "?sort=total");
        pages.put("filtered", "?filter=learner01");
        pages.put("export", ".csv");
        return pages;
    }

    private void tell(Bench bench, CourseProcess course, HttpClient http, String what, String query)
            throws Exception {
        var runs = bench.amounts().runs(5, 30);
        List<Double> millis = new ArrayList<>();
        get(course, http, query);
        for (var run = 0; run < runs; run++) {
            var begun = System.nanoTime();
            check(get(course, http, query));
            millis.add((System.nanoTime() - begun) / 1e6);
            bench.progress().at(name() + "." + what, run + 1L, runs);
        }
        bench.tell(
                name() + "." + what,
                "ms",
                millis,
                "%d × %d, one request before these is not counted".formatted(LEARNERS, EXERCISES));
    }

    private static void check(String page) throws WrongResult {
        if (!page.contains("Name of learner")) {
            throw new WrongResult("the gradebook has no learners");
        }
    }

    private static String get(CourseProcess course, HttpClient http, String query)
            throws IOException, InterruptedException {
        var path = "/classes/" + ClassFolder.CLASS + "/grades" + query;
        var request =
                HttpRequest.newBuilder(course.address().resolve(path))
                        .header("Cookie", ClassFolder.cookieOfTeacher())
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static List<String> exercises() {
        return IntStream.range(0, EXERCISES).mapToObj("exercise-%02d"::formatted).toList();
    }

    private static int handIn(Handle db, long seed) {
        var random = new Random(seed);
        var batch =
                db.prepareBatch(
                        "INSERT INTO hand_in (class, exercise, learner, number, place, state,"
                                + " files, verdict, score, max, report, handed_in_at) VALUES"
                                + " (:class, :exercise, :learner, 1, :place, 'done', '{}',"
                                + " 'passed', :score, 10, '{}', 0)");
        var place = 0;
        for (var learner = 0; learner < LEARNERS; learner++) {
            for (var exercise : exercises()) {
                place++;
                batch.bind("class", ClassFolder.CLASS)
                        .bind("exercise", exercise)
                        .bind("learner", ClassFolder.learner(learner))
                        .bind("place", place)
                        .bind("score", random.nextInt(11))
                        .add();
            }
        }
        return batch.execute().length;
    }
}
