package dev.interleave.web.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.exercise.TestGrader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gradebook of a class of 120 over HTTP; one of them has handed in. */
@Timeout(300)
class GradebookTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");

    private static final String HIDDEN = "it counts with ALL";
    private static final String WRONG = "Two threads write.";

    @TempDir static Path data;
    private static TestGrader grader;
    private static TestServer server;
    private static TestBrowser admin;
    private static TestBrowser learner;
    private static String path;

    @BeforeAll
    static void start() {
        grader = new TestGrader();
        grader.permits.release(2);
        server = TestServer.withAccounts(data, COURSE, grader);
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
        var made = admin.form("/classes", "name", "Many").headers().firstValue("Location");
        path = "/classes/" + made.orElseThrow().replaceAll(".*/", "");
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
        var csv = new StringBuilder("name,login,section\n=1+1,zed,Z\n");
        for (var i = 100; i < 219; i++) {
            csv.append("Learner %d,l%d,%s%n".formatted(i, i, i % 2 == 0 ? "even" : "odd"));
        }
        var links = admin.form(path + "/roster/import", "csv", csv.toString()).body();
        learner = admin.welcome(TestBrowser.link(links));
        learner.form(path + "/exercises/counter", "file Counter.java", "right");
        learner.form(path + "/exercises/counter", "file Counter.java", "wrong");
        while (learner.get(path + "/exercises/counter").body().contains("data-live")) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    @AfterAll
    static void close() {
        learner.close();
        admin.close();
        server.close();
    }

    @Test
    void the_best_attempt_counts_and_who_has_most_can_come_first() {
        var cells = TestBrowser.cells(admin.get(path + "/grades?sort=total").body());

        assertThat(cells.subList(0, 4))
                .containsExactly(
                        "Name",
                        "Section",
                        "A counterGrade againGrade without namesImport points",
                        "Total");
        assertThat(cells.subList(4, 8)).containsExactly("=1+1", "Z", "10", "10");
        assertThat(cells.subList(8, 12)).contains("missing", "0");
    }

    @Test
    void many_learners_come_in_pages_and_are_found() {
        assertThat(admin.get(path + "/grades").body())
                .contains("120 learners", "Learner 148")
                .doesNotContain("Learner 149<");
        assertThat(admin.get(path + "/grades?page=3").body())
                .contains("Learner 218")
                .doesNotContain("Learner 148<");
        assertThat(admin.get(path + "/grades?filter=LEARNER+21&sort=section").body())
                .contains("9 learners", "Learner 218")
                .doesNotContain("Learner 200");
        assertThat(admin.get(path + "/grades?filter=nobody").body()).contains("Nobody has this");
        assertThat(admin.get(path + "/grades?page=9").statusCode()).isEqualTo(200);
    }

    @Test
    void points_by_hand_stand_until_they_are_taken_back_and_the_learner_reads_why() {
        var cell = cell();
        assertThat(admin.get(cell).body()).contains("Attempt 1", "Attempt 2", "10 of 10");

        admin.form(cell, "points", "7,5", "comment", "Well <b>thought</b>");
        assertThat(admin.get(path + "/grades?filter=zed").body()).contains(">7.5<", "by hand");
        assertThat(learner.get(path + "/exercises/counter").body())
                .contains("7.5 points", "Well &lt;b&gt;thought&lt;/b&gt;");
        assertThat(admin.form(cell, "points", "-1", "comment", "").statusCode()).isEqualTo(422);
        assertThat(admin.form(cell, "points", "NaN", "comment", "").statusCode()).isEqualTo(422);

        admin.form(cell, "points", "", "comment", "");
        assertThat(admin.get(path + "/grades?filter=zed").body())
                .contains(">10<")
                .doesNotContain("by hand");
        assertThat(admin.get("/audit").body()).contains("gave zed 7.50 points");
    }

    @Test
    void a_report_to_print_has_all_that_a_learner_did_and_got() {
        var rubric = path + "/exercises/counter/rubric";
        admin.form(rubric, "rubric", "2 Names are good\n1 It is short\n");
        admin.form(cell(), "item", "1", "points", "8.5", "comment", "Well <b>done</b>");
        var page = admin.get(path + "/grades?filter=zed").body();
        var report = path + "/members/" + cell().replaceAll(".*/", "") + "/report";
        assertThat(page).contains("href=\"" + report + "\"");

        assertThat(admin.get(report).body())
                .contains("8.5 points by hand", "given by admin", "Well &lt;b&gt;done&lt;/b&gt;")
                .contains("Names are good", "with the tests of", "10 of 10", HIDDEN, WRONG);
        assertThat(learner.get(path + "/report").body())
                .contains("8.5 points by hand", "Tests of attempt 2", HIDDEN);
        admin.form(path + "/settings", "name", "Many", "hidden", "never");
        assertThat(learner.get(path + "/report").body())
                .contains("Hidden test 1")
                .doesNotContain(HIDDEN, WRONG);
        admin.form(path + "/settings", "name", "Many", "hidden", "always");
        admin.form(cell(), "points", "", "comment", "");
        assertThat(admin.get(path + "/report").statusCode()).isEqualTo(404);
    }

    @Test
    void a_line_of_code_is_commented_and_the_learner_reads_it() {
        var comment = cell() + "/comment";
        String[] there = {"attempt", "1", "file", "Counter.java", "line", "1"};
        String[] nowhere = {"attempt", "1", "file", "Counter.java", "line", "2"};

        assertThat(admin.form(comment, with(nowhere, "words", "?")).statusCode()).isEqualTo(422);
        admin.form(comment, with(there, "words", "Why <b>this</b>?"));
        assertThat(admin.get("/audit").body()).contains("wrote to line ");
        assertThat(learner.get(path + "/exercises/counter").body())
                .contains("Why &lt;b&gt;this&lt;/b&gt;?", "with 1 comment");
        admin.form(comment, with(there, "words", ""));
        assertThat(learner.get(path + "/exercises/counter").body()).doesNotContain("Why");
    }

    @Test
    void what_a_rubric_gives_stands_as_points_by_hand() {
        var rubric = path + "/exercises/counter/rubric";
        assertThat(admin.form(rubric, "rubric", "2 Good\nNo points\n").body()).contains("Line 2");
        admin.form(rubric, "rubric", "2 Names are good\n\n1,5 It is short\n-1 It is late\n");
        assertThat(admin.get(rubric).body()).contains("1.5 It is short");

        var fields = new String[] {"item", "1", "item", "2", "points", "", "comment", ""};
        admin.form(cell(), fields);
        assertThat(admin.get(path + "/grades?filter=zed").body()).contains(">3.5<", "by hand");
        assertThat(learner.get(path + "/exercises/counter").body())
                .contains("Met: Names are good", "Not met: It is late");
        admin.form(cell(), "points", "", "comment", "");
        assertThat(admin.get(path + "/grades?filter=zed").body()).doesNotContain("by hand");
    }

    @Test
    void without_names_nobody_is_named_and_the_order_stays() {
        var grading = path + "/exercises/counter/grading";
        var first = admin.get(grading).headers().firstValue("Location").orElseThrow();

        assertThat(admin.get(grading).headers().firstValue("Location")).contains(first);
        assertThat(admin.get(first).body())
                .contains("1 of 1: ", "Attempt 2")
                .doesNotContain("zed", "=1+1");
        admin.form(first, "points", "4", "comment", "");
        assertThat(admin.get(cell()).body()).contains("4 points");
        admin.form(first, "points", "", "comment", "");
    }

    @Test
    void points_of_a_file_are_shown_first_and_given_all_at_once_or_not_at_all() {
        var points = path + "/exercises/counter/points";
        var bad = "login;points\nl150;3\nnobody;4\nl151;many\nl150;5\n";
        assertThat(admin.form(points, "csv", bad).body()).contains("Line 3", "Line 4", "Line 5");
        assertThat(admin.form(points + "/import", "csv", bad).statusCode()).isEqualTo(422);

        var good = "login;points;comment\nl150;3,25;=1+1\n";
        assertThat(admin.form(points, "csv", good).body()).contains("none by hand", "3.25");
        assertThat(admin.get(path + "/grades?filter=l150").body()).doesNotContain("3.25");
        admin.form(points + "/import", "csv", good);
        assertThat(admin.get(path + "/grades?filter=l150").body()).contains(">3.25<", "by hand");
        var id = TestBrowser.idOf("l150", admin.get(path + "/members").body());
        admin.form(path + "/grades/counter/" + id, "points", "", "comment", "");
        assertThat(admin.get(path + "/grades?filter=l150").body()).contains("missing");
    }

    private static String[] with(String[] fields, String name, String value) {
        var all = java.util.Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = name;
        all[fields.length + 1] = value;
        return all;
    }

    @Test
    void the_radar_groups_failures_without_names_on_the_projector_and_gives_hints() {
        var radar = path + "/radar";
        var group = new String[] {"exercise", "counter", "fault", "race", "message", WRONG};

        assertThat(admin.get(radar).body()).contains("1: ", "race", WRONG, "=1+1");
        assertThat(admin.get(radar + "?projector=1").body())
                .contains("race", WRONG)
                .doesNotContain("=1+1");
        assertThat(admin.form(radar + "/hint", with(group, "words", "")).statusCode())
                .isEqualTo(422);
        admin.form(radar + "/hint", with(group, "words", "Think of <i>two</i> threads."));
        assertThat(learner.get(path + "/exercises/counter").body())
                .contains("A hint from your teachers", "Think of &lt;i&gt;two&lt;/i&gt; threads.");
    }

    @Test
    void what_hidden_tests_look_at_leaves_the_server_only_where_the_class_wants_that() {
        var api = "/api/lessons/counting/exercises/counter";
        var settings = path + "/settings";
        assertThat(admin.form(settings, "name", "Many", "hidden", "nonsense").statusCode())
                .isEqualTo(422);
        admin.form(settings, "name", "Many", "hidden", "never");
        String told;
        try (var stream = learner.stream("/api/lessons/counting/events")) {
            var wrong = "{\"kind\":\"submit\",\"files\":{\"Counter.java\":\"wrong\"}}";
            assertThat(learner.command("POST", api + "/attempts", wrong).statusCode())
                    .isEqualTo(202);
            grader.permits.release();
            told = stream.filter(line -> line.contains("\"verdict\":\"failed\"")).findFirst().get();
        }

        var pages =
                List.of(
                        path + "/exercises/counter",
                        api,
                        api + "/attempts/1",
                        "/account/data.json");
        assertThat(told).contains("Hidden test 1").doesNotContain(HIDDEN, WRONG);
        assertThat(pages)
                .allSatisfy(
                        page ->
                                assertThat(learner.get(page).body())
                                        .contains("Hidden test 1", "race")
                                        .doesNotContain(HIDDEN, WRONG));
        assertThat(admin.get(cell()).body()).contains(HIDDEN, WRONG);
        admin.form(settings, "name", "Many", "hidden", "always");
        assertThat(pages)
                .allSatisfy(page -> assertThat(learner.get(page).body()).contains(HIDDEN, WRONG));
    }

    @Test
    void the_export_has_everybody_and_no_formulas() {
        var csv = admin.get(path + "/grades.csv");

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).contains("text/csv");
        assertThat(csv.body().lines()).hasSize(121);
        assertThat(csv.body()).startsWith("name,login,section,counter,total\r\n'=1+1,zed,Z,");
        assertThat(admin.get(path + "/grades.csv?separator=%3B").body())
                .startsWith("name;login;section;counter;total\r\n");
    }

    private static String cell() {
        var page = admin.get(path + "/grades?filter=zed").body();
        var start = page.indexOf(path + "/grades/counter/");
        return page.substring(start, page.indexOf('"', start));
    }
}
