package dev.interleave.web.handin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestBrowser;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was handed in outlives {@code kill -9} of the server, and is graded once. */
@Timeout(300)
class KilledServerTest {

    private static final List<String> LEARNERS = List.of("ann", "ben", "cem", "dag", "eli");

    @TempDir Path work;

    @Test
    void what_was_handed_in_before_a_kill_is_graded_once_after_it() throws Exception {
        var exercise = handInAndKill();
        assertThat(notes()).noneMatch(line -> line.startsWith("graded"));
        Files.createFile(work.resolve("gate"));

        var process = start();
        try (var out = process.inputReader()) {
            var address = URI.create(out.readLine());
            for (var login : LEARNERS) {
                assertThat(whenGraded(address, login, exercise))
                        .contains("10 of 10 points", "Attempt 1")
                        .doesNotContain("Attempt 2");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(notes().stream().filter(line -> line.startsWith("graded")))
                .containsExactlyInAnyOrderElementsOf(
                        LEARNERS.stream().map(login -> "graded right by " + login).toList());
    }

    /** Returns the path of the exercise. */
    private String handInAndKill() throws Exception {
        var process = start();
        try (var out = process.inputReader();
                var admin = admin(out)) {
            var path =
                    admin.form("/classes", "name", "Killed")
                            .headers()
                            .firstValue("Location")
                            .map(to -> "/classes/" + to.replaceAll(".*/", ""))
                            .orElseThrow();
            admin.form(
                    path + "/assignments",
                    "exercise",
                    "counter",
                    "due",
                    "",
                    "attempts",
                    "0",
                    "late",
                    "none",
                    "percent",
                    "0");
            var code = admin.get(path).body().replaceAll("(?s).*/join/([0-9a-f]+).*", "$1");
            for (var login : LEARNERS) {
                try (var learner = admin.invite(login, "learner")) {
                    learner.form("/classes/join", "code", code);
                    var answer =
                            learner.form(
                                    path + "/exercises/counter",
                                    "file Counter.java",
                                    "right by " + login);
                    assertThat(answer.statusCode()).isEqualTo(303);
                }
            }
            while (notes().isEmpty()) {
                LockSupport.parkNanos(20_000_000);
            }
            return path + "/exercises/counter";
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static TestBrowser admin(BufferedReader out) throws IOException {
        return TestBrowser.firstAdmin(URI.create(out.readLine()), out.readLine());
    }

    private static String whenGraded(URI address, String login, String exercise) {
        try (var learner = TestBrowser.at(address)) {
            learner.signIn(login, TestBrowser.PASSWORD);
            for (; ; ) {
                var page = learner.get(exercise).body();
                if (page.contains("Attempt 1")
                        && !page.contains("waits to be graded")
                        && !page.contains("is being graded")) {
                    return page;
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private List<String> notes() throws IOException {
        var notes = work.resolve("notes");
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowServer.class.getName(),
                        work.resolve("data").toString(),
                        work.resolve("gate").toString(),
                        work.resolve("notes").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
