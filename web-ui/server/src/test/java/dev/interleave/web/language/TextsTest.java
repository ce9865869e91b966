package dev.interleave.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogues have what the pages and scripts look up, and nothing else. */
class TextsTest {

    /** One call of {@code t}, with one text or with a choice of two. */
    private static final Pattern USE =
            Pattern.compile(
                    "\\bt\\(\\s*(?:[^\"`()]*(?:\\([^\"()]*\\)[^\"`()]*)*\\?\\s*)?"
                            + "\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\")?");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /** What the server names by values: how runs and gradings end, roles, and what an error is. */
    private static final List<String> NAMES_OF_VALUES =
            List.of(
                    "ok",
                    "compile-error",
                    "exception",
                    "timeout",
                    "limit",
                    "killed",
                    "interrupted",
                    "running",
                    "queued",
                    "passed",
                    "failed",
                    "rejected",
                    "ungradable",
                    "learner",
                    "tutor",
                    "instructor",
                    "author",
                    "admin",
                    "Not Found",
                    "Bad Request",
                    "Forbidden",
                    "Unauthorized",
                    "Method Not Allowed",
                    "Internal Server Error",
                    "Something went wrong in the server; its log says what.");

    @Test
    void every_text_is_translated_and_every_translation_used() throws IOException {
        var used = new TreeSet<>(NAMES_OF_VALUES);
        for (var folder : new String[] {"jte", "browser", "java/dev/interleave/web"}) {
            try (var files = Files.walk(Path.of("src/main").resolve(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (file.toString().matches(".*\\.(jte|ts|java)")) {
                        USE.matcher(Files.readString(file))
                                .results()
                                .forEach(use -> add(use, used));
                    }
                }
            }
        }
        assertThat(new TreeSet<>(Texts.read("texts", Language.CHINESE).keySet())).isEqualTo(used);
    }

    @Test
    void every_translated_sentence_is_one_that_the_server_says() throws IOException {
        var sources = new StringBuilder();
        for (var folder : new String[] {"src/main/java", "../../sandbox-server"}) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        var said =
                sources.toString()
                        .replaceAll("\"(?:\\s|//[^\"\\n]*\\n)*\\+\\s*\"", "")
                        .replace("%%", "%")
                        .replace("\\\"", "\"");
        // In a cell there is no scenario.
        said += said.replace("the scenario", "the cell");
        for (var sentence : Texts.read("sentences", Language.CHINESE).keySet()) {
            var longest =
                    Stream.of(PLACEHOLDER.split(sentence))
                            .max(Comparator.comparing(String::length))
                            .orElseThrow();
            var beginning = longest.strip().split("[;:,]")[0].strip();
            assertThat(said.contains(beginning)).as(sentence).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void translations_have_the_placeholders_of_their_texts(Language language) {
        var both = new TreeMap<>(Texts.read("texts", language));
        both.putAll(Texts.read("sentences", language));
        assertThat(both)
                .allSatisfy(
                        (english, translated) ->
                                assertThat(placeholders(translated))
                                        .isEqualTo(placeholders(english)));
    }

    @Test
    void values_stand_in_the_order_of_the_language() {
        var texts = new Texts(Language.CHINESE, Map.of("{0} of {1}", "{1}的{0}"));
        assertThat(texts.t("{0} of {1}", 1, "b")).isEqualTo("b的1");
        assertThat(texts.t("not {0}", "translated")).isEqualTo("not translated");
    }

    private static void add(MatchResult use, TreeSet<String> used) {
        Stream.of(use.group(1), use.group(2))
                .filter(text -> text != null)
                .forEach(text -> used.add(text.replace("\\\"", "\"")));
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
