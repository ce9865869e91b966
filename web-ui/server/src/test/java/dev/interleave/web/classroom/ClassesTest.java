package dev.interleave.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.exercise.TestGrader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Classes, lists of learners and hand-ins over HTTP. Each test has a class of its own. */
@Timeout(300)
class ClassesTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");
    private static final String FILE = "file Counter.java";

    @TempDir static Path data;
    private static final TestGrader GRADER = new TestGrader();
    private static TestServer server;
    private static TestBrowser admin;

    @BeforeAll
    static void start() {
        server = TestServer.withAccounts(data, COURSE, GRADER);
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
    }

    @AfterAll
    static void close() {
        admin.close();
        server.close();
    }

    @Test
    void a_list_with_a_bad_line_brings_nobody_in() {
        var path = make("Bad lines");
        var csv = "name,login\nAda,ada\nNobody,\n";

        assertThat(admin.form(path + "/roster", "csv", csv).body())
                .contains("Nothing was imported", "Line 3");
        assertThat(admin.form(path + "/roster/import", "csv", csv).statusCode()).isEqualTo(422);
        assertThat(admin.get(path + "/members").body()).doesNotContain(">ada<");
    }

    @Test
    void a_list_is_shown_before_anything_is_done_and_then_brings_all_in() {
        var path = make("A list");
        var csv = "name,login,section\n=Formula <b>,bob,A\nCay,cay,B\n";
        var preview = admin.form(path + "/roster", "csv", csv).body();

        assertThat(preview).contains("gets an account", "=Formula &lt;b&gt;");
        assertThat(admin.get(path + "/members").body()).doesNotContain(">bob<");
        var done = admin.form(path + "/roster/import", "csv", csv).body();
        assertThat(done).contains("2 learners are in the class");
        assertThat(admin.get(path + "/members").body()).contains(">bob<", ">cay<");
        assertThat(admin.form(path + "/roster", "csv", csv).body())
                .contains("in the class already");
        try (var bob = admin.welcome(TestBrowser.link(done))) {
            assertThat(bob.get(path).body()).contains("A list");
            assertThat(bob.get(path + "/members").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void links_that_were_lost_are_made_again_for_all_who_have_set_no_password() {
        var path = make("Lost links");
        var csv = "name,login\nKim,kim\nLou,lou\nMia,mia\n";
        var old = TestBrowser.link(admin.form(path + "/roster/import", "csv", csv).body());
        assertThat(admin.get(path + "/members").body()).contains("New links for the 3 who");

        var made = admin.form(path + "/links").body();
        assertThat(made).contains("3 new links", ">kim<", ">mia<", "links.csv");
        assertThat(TestBrowser.at(server).get(old).statusCode()).isEqualTo(404);
        try (var kim = admin.welcome(TestBrowser.link(made))) {
            assertThat(kim.get(path).body()).contains("Lost links");
        }
        assertThat(admin.form(path + "/links").body())
                .contains("2 new links")
                .doesNotContain(">kim<");
    }

    @Test
    void who_was_taken_out_comes_back_with_what_they_handed_in() {
        var path = make("Taken out");
        var exercise = assign(path, "", "0", "none");
        try (var learner = joined(path, "ned")) {
            learner.form(exercise, FILE, "right");
            GRADER.permits.release();
            whenGraded(learner, exercise);
            var members = admin.get(path + "/members").body();
            var own = TestBrowser.idOf("admin", members);
            assertThat(admin.form(path + "/members/" + own + "/remove").statusCode())
                    .isEqualTo(422);

            admin.form(path + "/members/" + TestBrowser.idOf("ned", members) + "/remove");
            assertThat(learner.get(path).statusCode()).isEqualTo(403);
            assertThat(admin.get(path + "/grades.csv").body()).doesNotContain("ned");
            learner.form("/classes/join", "code", code(path));
            assertThat(admin.get(path + "/grades.csv").body()).contains("ned,,10.00");
        }
    }

    @Test
    void a_class_chooses_the_lessons_that_it_reads() {
        var path = make("Reads");
        try (var learner = joined(path, "ora")) {
            assertThat(learner.get(path).body()).doesNotContain(">Lessons<");
            var lesson =
                    admin.get(path)
                            .body()
                            .replaceAll("(?s).*name=\"lesson\".*?value=\"(.*?)\".*", "$1");
            var lessons = path + "/lessons";
            assertThat(admin.form(lessons, "lesson", "none", "until", "").statusCode())
                    .isEqualTo(400);
            admin.form(lessons, "lesson", lesson, "from", "2099-01-31T12:00", "until", "");
            assertThat(learner.get(path).body()).doesNotContain("/lessons/" + lesson);
            assertThat(admin.get(path).body()).contains("2099-01-31 12:00");
            var late = "2099-01-31T12:00";
            assertThat(
                            admin.form(lessons, "lesson", lesson, "from", late, "until", late)
                                    .statusCode())
                    .isEqualTo(400);
            admin.form(lessons, "lesson", lesson, "from", "", "until", "2027-01-31T12:00");

            assertThat(learner.get(path).body())
                    .contains("/lessons/" + lesson, "2027-01-31 12:00", "not yet");
            assertThat(admin.get(path).body()).contains("by 0 of 1");
            assertThat(learner.form(lessons, "lesson", lesson, "until", "").statusCode())
                    .isEqualTo(403);
            admin.form(lessons + "/" + lesson + "/remove");
            assertThat(learner.get(path).body()).doesNotContain(">Lessons<");
        }
    }

    @Test
    void learners_join_by_a_code_until_the_class_is_archived() {
        var path = make("By code");
        try (var dee = admin.invite("dee", "learner");
                var eva = admin.invite("eva", "learner")) {
            var code = code(path);
            assertThat(dee.get("/join/" + code).body()).contains("Join");
            assertThat(dee.form("/classes/join", "code", code).statusCode()).isEqualTo(303);
            assertThat(dee.get("/classes").body()).contains("By code");

            admin.form(path + "/archived", "archived", "yes");
            assertThat(eva.form("/classes/join", "code", code).statusCode()).isEqualTo(422);
            assertThat(eva.form("/classes/join", "code", "wrong").statusCode()).isEqualTo(422);
        }
    }

    @Test
    void what_is_handed_in_waits_is_graded_and_kept() {
        var path = make("Hand in");
        var exercise = assign(path, "", "0", "none");
        try (var first = joined(path, "flo");
                var second = joined(path, "gil")) {
            // More than are graded at the same time, on whatever computer this is.
            var before = Runtime.getRuntime().availableProcessors();
            for (var i = 0; i < before; i++) {
                first.form(exercise, FILE, "wrong");
            }
            second.form(exercise, FILE, "right");
            assertThat(second.get(exercise).body()).contains(before + " before it");
            GRADER.permits.release(before + 1);
            assertThat(whenGraded(first, exercise)).contains("0 of 10 points", "race");
            assertThat(whenGraded(second, exercise)).contains("10 of 10 points");

            first.form(exercise, FILE, "right\r\nat last");
            GRADER.permits.release();
            assertThat(whenGraded(first, exercise))
                    .contains("Attempt 1", "+right", "-wrong", "10 of 10 points");
            assertThat(second.get(exercise).body()).doesNotContain("at last");
        }
    }

    @Test
    void attempts_are_counted() {
        var path = make("Attempts");
        var exercise = assign(path, "", "1", "none");
        try (var learner = joined(path, "hui")) {
            learner.form(exercise, FILE, "right");
            var again = learner.form(exercise, FILE, "once more");

            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("as often as you may").doesNotContain("Attempt 2");
            assertThat(again.body()).contains(">\nonce more</textarea>");
            assertThat(learner.get(exercise).body()).contains(">\nright</textarea>");
            GRADER.permits.release();
            whenGraded(learner, exercise);
        }
    }

    @Test
    void a_cut_off_holds_for_all_but_who_has_longer() {
        var path = make("Cut off");
        var now = LocalDateTime.now(ZoneOffset.UTC).withNano(0);
        var exercise = assign(path, now.minusDays(1).toString(), "0", "cut-off");
        try (var learner = joined(path, "ida")) {
            assertThat(learner.form(exercise, FILE, "right").body())
                    .contains("The due date is over");
            var id = TestBrowser.idOf("ida", admin.get(path + "/members").body());
            admin.form(
                    path + "/members/" + id + "/extension",
                    "exercise",
                    "counter",
                    "until",
                    now.plusDays(1).toString());

            assertThat(learner.form(exercise, FILE, "right").statusCode()).isEqualTo(303);
            GRADER.permits.release();
            whenGraded(learner, exercise);
        }
    }

    @Test
    void learners_see_an_exercise_from_its_release_on_and_results_when_they_are_released() {
        var path = make("Released");
        var later = LocalDateTime.now(ZoneOffset.UTC).withNano(0).plusDays(1).toString();
        var exercise = assign(path, "", "0", "none", "release", later);
        try (var learner = joined(path, "jan")) {
            assertThat(learner.get(path).body()).contains("Nothing is assigned yet");
            assertThat(learner.get(exercise).statusCode()).isEqualTo(404);
            assertThat(learner.form(exercise, FILE, "right").statusCode()).isEqualTo(404);

            assign(path, "", "0", "none", "held", "yes");
            assertThat(admin.get(path + "?change=counter").body())
                    .contains("name=\"held\" value=\"yes\" checked");
            learner.form(exercise, FILE, "right");
            GRADER.permits.release();
            assertThat(whenGraded(learner, exercise))
                    .contains("not released yet")
                    .doesNotContain("of 10 points", "it counts");
            admin.form(exercise + "/release");
            assertThat(learner.get(exercise).body()).contains("10 of 10 points", "it counts");
        }
    }

    @Test
    void times_are_those_of_the_zone_of_the_class() {
        var path = make("Zone");
        var settings = path + "/settings";
        assertThat(admin.form(settings, "name", "Zone", "zone", "Nowhere").statusCode())
                .isEqualTo(422);
        admin.form(settings, "name", "In Berlin", "zone", "Europe/Berlin");
        assign(path, "2027-07-01T12:00", "0", "none");
        assertThat(admin.get(path).body()).contains("In Berlin", "2027-07-01 12:00");

        admin.form(settings, "name", "In London", "zone", "Europe/London");
        assertThat(admin.get(path).body()).contains("In London", "2027-07-01 11:00");
    }

    private static String make(String name) {
        var made = admin.form("/classes", "name", name).headers().firstValue("Location");
        return "/classes/" + made.orElseThrow().replaceAll(".*/", "");
    }

    private static String assign(
            String path, String due, String attempts, String late, String... more) {
        var fields =
                new ArrayList<>(
                        List.of("exercise", "counter", "due", due, "attempts", attempts, "late"));
        fields.addAll(List.of(late, "percent", "10"));
        fields.addAll(List.of(more));
        var answer = admin.form(path + "/assignments", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(303);
        return path + "/exercises/counter";
    }

    private static TestBrowser joined(String path, String login) {
        var browser = admin.invite(login, "learner");
        browser.form("/classes/join", "code", code(path));
        return browser;
    }

    private static String code(String path) {
        return admin.get(path).body().replaceAll("(?s).*/join/([0-9a-f]+).*", "$1");
    }

    private static String whenGraded(TestBrowser learner, String exercise) {
        for (; ; ) {
            var page = learner.get(exercise).body();
            if (!page.contains("waits to be graded") && !page.contains("is being graded")) {
                return page;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }
}
