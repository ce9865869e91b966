package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.grade.ExerciseReader;
import dev.interleave.web.progress.Database;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A class that hands in within a minute: how long each waits until it is stored, and until all is
 * graded. Afterwards everything must be stored and graded, and nothing twice.
 */
final class ClassHandIns implements Benchmark {

    private static final String EXERCISE = "s1-03-e1-safe-counter";
    private static final int LEARNERS = 300;
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration STUCK = Duration.ofMinutes(5);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");
    private static final Pattern GRADED = Pattern.compile("(?m)^Name of .*,[0-9.]+,[0-9.]+\\r?$");

    private final Path root;

    ClassHandIns(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "class.hand-ins";
    }

    @Override
    public String purpose() {
        return "300 learners, or --learners N, hand in within 60 s: until stored, until graded";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var learners = bench.amounts().learners() > 0 ? bench.amounts().learners() : LEARNERS;
        var exercise = ExerciseReader.read(root.resolve("exercises").resolve(EXERCISE));
        Map<String, String> files =
                exercise.solutions().getFirst().files().stream()
                        .collect(Collectors.toMap(file -> file.name(), file -> file.text()));
        var data = ClassFolder.make(learners, List.of(EXERCISE));
        var command = List.of(root.resolve("interleave").toString());
        try (var course = CourseProcess.start(command, data, "--class");
                var http = HttpClient.newHttpClient()) {
            var begun = System.nanoTime();
            var notes =
                    "%d learners within %d s, %s".formatted(learners, WITHIN.toSeconds(), EXERCISE);
            var stored = handIn(course, http, learners, files, bench.amounts().seed());
            bench.tell(name() + ".stored", "ms", stored, notes);
            awaitGraded(bench, course, http, learners);
            var seconds = (System.nanoTime() - begun) / 1e9;
            bench.tell(name() + ".graded", "s", seconds, notes);
            bench.tell(name() + ".rate", "hand-ins/min", learners * 60 / seconds, notes);
            course.end();
            check(data, learners);
        }
    }

    private static List<Double> handIn(
            CourseProcess course,
            HttpClient http,
            int learners,
            Map<String, String> files,
            long seed)
            throws Exception {
        var random = new Random(seed);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> all = new ArrayList<>();
            for (var i = 0; i < learners; i++) {
                var learner = i;
                var wait = random.nextLong(WITHIN.toMillis());
                all.add(
                        threads.submit(
                                () -> {
                                    Thread.sleep(wait);
                                    return handIn(
                                            course, http, ClassFolder.cookieOf(learner), files);
                                }));
            }
            List<Double> millis = new ArrayList<>();
            for (var one : all) {
                millis.add(one.get());
            }
            return millis;
        }
    }

    /** Milliseconds until it is stored. */
    private static double handIn(
            CourseProcess course, HttpClient http, String cookie, Map<String, String> files)
            throws IOException, InterruptedException {
        var path = "/classes/%s/exercises/%s".formatted(ClassFolder.CLASS, EXERCISE);
        var token = TOKEN.matcher(send(http, request(course, path, cookie), 200).body());
        if (!token.find()) {
            throw new IOException("The page has no form.");
        }
        var body = new StringBuilder("token=" + token.group(1));
        files.forEach(
                (name, text) ->
                        body.append('&')
                                .append(encoded("file " + name))
                                .append('=')
                                .append(encoded(text)));
        var begun = System.nanoTime();
        send(
                http,
                request(course, path, cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", course.address().toString())
                        .POST(BodyPublishers.ofString(body.toString())),
                303);
        return (System.nanoTime() - begun) / 1e6;
    }

    private void awaitGraded(Bench bench, CourseProcess course, HttpClient http, int learners)
            throws IOException, InterruptedException, WrongResult {
        var path = "/classes/%s/grades.csv".formatted(ClassFolder.CLASS);
        var last = System.nanoTime();
        for (var graded = 0L; graded < learners; ) {
            Thread.sleep(Duration.ofSeconds(1));
            var request = request(course, path, ClassFolder.cookieOfTeacher());
            var now = GRADED.matcher(send(http, request, 200).body()).results().count();
            if (now > graded) {
                last = System.nanoTime();
            } else if (System.nanoTime() - last > STUCK.toNanos()) {
                throw new WrongResult(
                        "%d of %d are graded, and no other for %d s"
                                .formatted(now, learners, STUCK.toSeconds()));
            }
            graded = now;
            bench.progress().at(name(), graded, learners);
        }
    }

    private static void check(Path data, int learners) throws WrongResult {
        try (var database = Database.open(data)) {
            var right =
                    database.read(
                            db ->
                                    db.createQuery(
                                                    "SELECT COUNT(*) FROM hand_in WHERE number = 1"
                                                            + " AND state = 'done' AND score = max")
                                            .mapTo(Integer.class)
                                            .one());
            var all =
                    database.read(
                            db ->
                                    db.createQuery("SELECT COUNT(*) FROM hand_in")
                                            .mapTo(Integer.class)
                                            .one());
            if (right != learners || all != learners) {
                throw new WrongResult(
                        "%d learners handed in, %d are stored, %d of them passed"
                                .formatted(learners, all, right));
            }
        }
    }

    private static HttpRequest.Builder request(CourseProcess course, String path, String cookie) {
        return HttpRequest.newBuilder(course.address().resolve(path)).header("Cookie", cookie);
    }

    private static HttpResponse<String> send(
            HttpClient http, HttpRequest.Builder request, int status)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
