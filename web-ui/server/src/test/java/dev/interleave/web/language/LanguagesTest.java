package dev.interleave.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in the language of their readers. Takes about two seconds. */
class LanguagesTest {

    /** What stays Latin on a Chinese page: names, keys, and the other language's own name. */
    private static final Pattern ALLOWED =
            Pattern.compile(
                    "Interleave|Java(Script)?|English|Anki|PDF|kettles|int|No cells here\\.|n|fc");

    @TempDir Path data;
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.withoutCells(data);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_reader_gets_what_the_browser_prefers_unless_another_language_was_chosen() {
        var chinese = accepting("/", "zh-TW,zh;q=0.9,en;q=0.8");
        assertThat(chinese.body()).contains("<html lang=\"zh-CN\">", "等待", "共享");
        assertThat(chinese.headers().map())
                .containsEntry("content-language", List.of("zh-CN"))
                .containsEntry("vary", List.of("Accept-Language, Cookie"));
        assertThat(accepting("/", "fr, en;q=0.5").body()).contains("<html lang=\"en\">");
        assertThat(accepting("/", "no sense ; at=all").body()).contains("<html lang=\"en\">");

        var choice = accepting("/?lang=en", "zh-CN");
        assertThat(choice.body()).contains("<html lang=\"en\">");
        var cookie = choice.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
        var request = server.request("/").header("Accept-Language", "zh-CN");
        assertThat(server.send(request.header("Cookie", cookie)).body())
                .contains("<html lang=\"en\">");
    }

    @Test
    void a_lesson_says_when_its_source_is_newer_or_not_translated() {
        var older = chinese("/lessons/two-cells");
        assertThat(older)
                .contains("<article class=\"prose\" lang=\"zh-CN\">", "水在一百度沸腾。")
                .contains("英文原文比这份译文新。", "<a href=\"?lang=en\" hreflang=\"en\">");
        assertThat(chinese("/lessons/first-cell"))
                .contains("<html lang=\"zh-CN\">", "<article class=\"prose\" lang=\"en\">")
                .contains("这一课还没有译文");
        assertThat(server.get("/lessons/two-cells").body())
                .doesNotContain("The English text is newer");
    }

    @Test
    void a_search_finds_words_of_two_characters_in_the_language_of_the_reader() {
        var found = "/api/search?q=%E6%B2%B8%E8%85%BE";
        assertThat(chinese(found)).contains("{\"text\":\"沸腾\",\"hit\":true}", "两个单元格");
        assertThat(server.get(found).body()).isEqualTo("{\"results\":[]}");
    }

    @Test
    void the_authors_text_in_any_language_is_no_change_of_a_cell() {
        var text = "{\"text\":\"// 水壶\\nint kettles = 20;\",\"base\":0}";
        server.put("/api/lessons/two-cells/cells/define/draft", text);
        assertThat(server.get("/lessons/two-cells/work").body())
                .contains("As the author wrote it; it has not been run.")
                .doesNotContain("Changed;", "水壶");
    }

    @Test
    void chinese_pages_have_no_english_words_of_the_interface() {
        for (var path :
                List.of(
                        "/",
                        "/lessons/two-cells",
                        "/cards",
                        "/glossary",
                        "/notes",
                        "/work",
                        "/lessons/two-cells/work")) {
            var words =
                    chinese(path)
                            .replaceAll("(?s)<head>.*?</head>|<pre.*?</pre>", "")
                            .replaceAll("(?:aria-label|title|alt)=\"([^\"]*)\"", ">$1<")
                            .replaceAll("<[^>]*>", " ");
            assertThat(Pattern.compile("[A-Za-z]+[A-Za-z .]*").matcher(words).results())
                    .extracting(found -> found.group().strip())
                    .as(path)
                    .allMatch(word -> ALLOWED.matcher(word).matches());
        }
    }

    private String chinese(String path) {
        return accepting(path, "zh-CN").body();
    }

    private HttpResponse<String> accepting(String path, String languages) {
        return server.send(server.request(path).header("Accept-Language", languages));
    }
}
