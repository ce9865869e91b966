package dev.interleave.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestBrowser;
import dev.interleave.web.TestServer;
import dev.interleave.web.exercise.TestGrader;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pages of classes, of those who teach them, and of admins, in Chinese. */
@Timeout(300)
class TeachingPagesTest {

    private static final Path COURSE = Path.of("src/test/resources/exercise-course");

    /** What stays Latin: names, what is typed as it is, and formats of files. */
    private static final Pattern ALLOWED =
            Pattern.compile(
                    "Interleave|English|Java|Ada Admin|ming|admin|Europe|Berlin|Excel +CSV|CSV|PDF"
                            + "|A|Letter|UTC|URL|ID|URI|LTI|Moodle|Canvas|https|school.*|issuer"
                            + "|name|login|section|points|comment|A counter|Counting"
                            + "|No cells here\\.");

    @TempDir Path data;
    private TestServer server;
    private TestBrowser admin;
    private String path;

    @BeforeEach
    void a_class_with_a_learner_and_an_exercise() {
        server = TestServer.withAccounts(data, COURSE, new TestGrader());
        admin = TestBrowser.firstAdmin(server.address(), server.firstLink());
        var made = admin.form("/classes", "name", "并发", "zone", "Europe/Berlin");
        var location = made.headers().firstValue("Location").orElseThrow();
        path = "/classes/" + location.replaceAll(".*/", "");
        admin.form(
                path + "/assignments",
                "exercise",
                "counter",
                "due",
                "2027-07-01T12:00",
                "attempts",
                "0",
                "late",
                "penalty",
                "percent",
                "10");
    }

    @AfterEach
    void close() {
        admin.close();
        server.close();
    }

    @Test
    void a_learner_reads_the_page_of_a_class_in_chinese() {
        try (var ming = learner()) {
            assertThat(ming.get(path + "?lang=zh-CN").body())
                    .contains("<html lang=\"zh-CN\">", "2027年7月1日 12:00", "每天 10%")
                    .doesNotContain("<main lang=\"en\"");
            assertThat(english(ming.get(path).body())).isEmpty();
            assertThat(english(ming.get(path + "/report").body())).isEmpty();
        }
    }

    @Test
    void pages_of_those_who_teach_have_no_english_words_of_the_interface() {
        learner().close();
        admin.get("/?lang=zh-CN");
        var cell =
                Pattern.compile("/classes/[0-9a-f]+/grades/counter/[^\"]+")
                        .matcher(admin.get(path + "/grades").body());
        assertThat(cell.find()).isTrue();
        var found = new TreeMap<String, List<String>>();
        for (var page :
                List.of(
                        path,
                        path + "/members",
                        path + "/roster",
                        path + "/radar",
                        path + "/grades",
                        cell.group(),
                        path + "/exercises/counter/rubric",
                        path + "/exercises/counter/points",
                        path + "/exercises/counter/regrade",
                        "/accounts",
                        "/audit",
                        "/platforms")) {
            var answer = admin.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            found.put(page, english(answer.body()));
        }
        assertThat(found).allSatisfy((page, words) -> assertThat(words).as(page).isEmpty());
    }

    private TestBrowser learner() {
        var csv = "name,login\n小明,ming\n";
        return admin.welcome(
                TestBrowser.link(admin.form(path + "/roster/import", "csv", csv).body()));
    }

    /** Latin words that a reader sees or hears. */
    private static List<String> english(String page) {
        var words =
                page.replaceAll("(?s)<head>.*?</head>|<code.*?</code>|<td lang=\"en\">.*?</td>", "")
                        .replaceAll("(?:aria-label|title|alt)=\"([^\"]*)\"", ">$1<")
                        .replaceAll("<[^>]*>|&#?[a-z0-9]+;", " ");
        return Pattern.compile("[A-Za-z]+[A-Za-z .]*")
                .matcher(words)
                .results()
                .map(found -> found.group().strip())
                .filter(word -> !ALLOWED.matcher(word).matches())
                .toList();
    }
}
