package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an exercise is shown in a lesson of another language. */
class ExerciseTranslationsTest {

    private static final String FOLDER = "../exercises/kettle/";
    private static final String ENGLISH =
            """
            [#boiling]
            == Boil

            Boil it.

            [source,java]
            ----
            boil(); // now
            ----
            """;
    private static final String CHINESE =
            """
            [#boiling]
            == 烧水

            把水烧开。

            [source,java]
            ----
            boil(); // 现在
            ----
            """;

    @TempDir Path temp;
    private CourseFolder course;

    @BeforeEach
    void makeCourse() throws IOException {
        course = new CourseFolder(temp);
        var map = CourseFolder.map("xref:one.adoc[一]:: 第一课。\n");
        course.lesson("exercise::kettle[]\n").write("zh-CN/course.adoc", map);
        course.write(
                "zh-CN/one.adoc",
                CourseFolder.HEADER.strip()
                        + "\n:source-hash: "
                        + Hash.ofFile(CourseFolder.HEADER + "exercise::kettle[]\n")
                        + "\n\nexercise::kettle[]\n");
        course.write(FOLDER + "exercise.properties", "title = A kettle\n");
        course.write(FOLDER + "task.adoc", ENGLISH);
        course.write(FOLDER + "hints.adoc", "[#fire]\n== Fire\n\nLight it.\n");
        course.write(FOLDER + "explanation.adoc", "It was hot.\n");
        course.write(FOLDER + "stub/Kettle.java", "class Kettle {}\n");
        course.write(
                FOLDER + "tests/KettleTest.java",
                "@DisplayName(\"It \" + \"boils\") void boils() {}");
    }

    @Test
    void a_translated_exercise_is_shown_in_the_language_of_the_lesson() throws IOException {
        translate("task", ENGLISH, "= 水壶\n", CHINESE);
        translate("hints", "[#fire]\n== Fire\n\nLight it.\n", "", "[#fire]\n== 火\n\n点火。\n");
        translate("explanation", "It was hot.\n", "", "水很热。\n");
        course.write(FOLDER + "tests.zh-CN.adoc", "It boils:: 水会开\n");

        var shown = shown();
        assertThat(shown.select("h3").text()).isEqualTo("练习：水壶");
        assertThat(shown.select("h4").text()).isEqualTo("烧水");
        assertThat(shown.select("p").eachText()).contains("把水烧开。");
        assertThat(shown.attr("data-tests")).isEqualTo("{\"It boils\":\"水会开\"}");
        assertThat(shown.select(".translation, [lang]")).isEmpty();
        assertThat(exercise().get("title").asText()).isEqualTo("水壶");
        assertThat(exercise().get("hints").toString())
                .isEqualTo("[{\"title\":\"火\",\"html\":\"<p>点火。</p>\"}]");
        assertThat(exercise().get("explanation").asText()).isEqualTo("<p>水很热。</p>");
    }

    @Test
    void one_without_a_translation_is_shown_in_English_and_says_so() throws IOException {
        var shown = shown();

        assertThat(shown.select(".translation").text()).isEqualTo("这道练习还没有译文，以下是英文原文。");
        assertThat(shown.select("h3").html()).isEqualTo("练习：<span lang=\"en\">A kettle</span>");
        assertThat(shown.select(".exercise-statement").attr("lang")).isEqualTo("en");
        assertThat(exercise().get("hints").get(0).get("html").asText())
                .startsWith("<div lang=\"en\">");
    }

    @Test
    void a_translation_that_is_older_says_so_and_links_to_its_source() throws IOException {
        translate("task", "before", "= 水壶\n", CHINESE);
        translate("hints", "before", "", "[#fire]\n== 火\n\n点火。\n");

        assertThat(course.build().run().warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        older("task", ENGLISH), older("hints", "[#fire]\n== Fire\n\nLight it.\n"));
        assertThat(shown().select(".translation a").attr("href")).isEqualTo("?lang=en");
        assertThat(shown().select("h4").text()).isEqualTo("烧水");
        assertThat(exercise().get("hints").get(0).get("html").asText())
                .contains("class=\"admonition translation\"", "点火。");
    }

    @Test
    void one_that_does_not_fit_its_newer_source_is_left_out() throws IOException {
        translate("task", "before", "= 水壶\n", CHINESE.replace("boil()", "cook()"));

        assertThat(course.build().run().warnings()).hasSize(1);
        assertThat(shown().select("h4").text()).isEqualTo("Boil");
    }

    @Test
    void what_differs_from_a_source_that_is_as_it_was_is_a_problem() throws IOException {
        translate("task", ENGLISH, "", CHINESE.replace("#boiling", "#shao"));
        course.write(FOLDER + "hints.zh-CN.adoc", "[#fire]\n== 火\n\n点火。\n");

        assertThat(course.problems())
                .contains(
                        FOLDER
                                + "task.zh-CN.adoc: The sections of the source are [boiling], and"
                                + " here they are [shao].",
                        FOLDER
                                + "hints.zh-CN.adoc: A translation says which text it was made of:"
                                + " :source-hash: "
                                + Hash.ofFile("[#fire]\n== Fire\n\nLight it.\n")
                                + ".");
    }

    @Test
    void a_sentence_that_no_test_says_is_a_warning() throws IOException {
        course.write(FOLDER + "tests.zh-CN.adoc", "It boils:: 水会开\nIt whistles:: 它会响\n");

        assertThat(course.build().run().warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        FOLDER + "tests.zh-CN.adoc: No test says \"It whistles\" any more.");
    }

    private static String older(String name, String english) {
        return FOLDER
                + name
                + ".zh-CN.adoc: The source is newer than this translation. Once it is up to date,"
                + " write :source-hash: "
                + Hash.ofFile(english)
                + ".";
    }

    private void translate(String name, String madeOf, String title, String text)
            throws IOException {
        var header = title + ":source-hash: " + Hash.ofFile(madeOf) + "\n\n";
        course.write(FOLDER + name + ".zh-CN.adoc", header + text);
    }

    private Element shown() throws IOException {
        var html = course.builtLesson() == null ? "" : built().get("html").asText();
        return Jsoup.parseBodyFragment(html).expectFirst("section.exercise");
    }

    private JsonNode exercise() throws IOException {
        return built().get("exercises").get(0);
    }

    private JsonNode built() throws IOException {
        return course.built("zh-CN/one.json");
    }
}
