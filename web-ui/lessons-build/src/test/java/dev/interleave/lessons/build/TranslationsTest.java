package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes three seconds, most of it for the engine that all tests of this module share. */
class TranslationsTest {

    private static final String ENGLISH =
            """
            [#start]
            == Start

            See xref:two.adoc[the second].

            .Greet
            [source#greet%run,java]
            ----
            // Say it.
            IO.println("// hello"); /* twice? */
            ----
            """;

    private static final String CHINESE =
            """
            [#start]
            == 开始

            见xref:two.adoc[第二课]。

            .Greet
            [source#greet%run,java]
            ----
            // 打个招呼。
            // 只说一次。
            IO.println("// hello"); /* 两次？ */
            ----
            """;

    @TempDir Path temp;
    private CourseFolder course;

    @BeforeEach
    void makeCourse() throws IOException {
        course = new CourseFolder(temp);
        var two = "xref:two.adoc[Two]:: The second.\n";
        course.write("en/course.adoc", CourseFolder.map("xref:one.adoc[One]:: The first.\n" + two))
                .write("en/two.adoc", CourseFolder.HEADER.replace("One", "Two"))
                .write("zh-CN/course.adoc", CourseFolder.map("xref:one.adoc[一]:: 第一课。\n"));
        english(ENGLISH);
    }

    @Test
    void a_translation_is_built_with_the_words_of_its_map() throws IOException {
        chinese(CHINESE);

        assertThat(course.problems()).isEmpty();
        assertThat(course.built("zh-CN/one.json").get("language").asText()).isEqualTo("zh-CN");
        var map = course.built("course.json").get("translations").get("zh-CN");
        assertThat(map.get("current").toString()).isEqualTo("[\"one\"]");
        assertThat(map.get("stages").get(0).get("lessons").toString())
                .contains("\"title\":\"一\",\"summary\":\"第一课。\",\"minutes\":5")
                .contains("\"title\":\"Two\"");
    }

    @Test
    void a_newer_source_is_a_warning() throws IOException {
        chinese(CHINESE);
        english(ENGLISH.replace("See", "Look at"));

        var result = course.build().run();
        assertThat(result.problems()).isEmpty();
        assertThat(result.warnings())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .startsWith("The source is newer than this translation.");
        var map = course.built("course.json").get("translations").get("zh-CN");
        assertThat(map.get("older").toString()).isEqualTo("[\"one\"]");
    }

    @Test
    void a_translation_that_does_not_fit_its_newer_source_is_left_out() throws IOException {
        chinese(CHINESE);
        english(ENGLISH.replace("IO.println", "IO.print"));

        var result = course.build().run();
        assertThat(result.problems()).isEmpty();
        assertThat(result.warnings()).hasSize(1);
        var map = course.built("course.json").get("translations").get("zh-CN");
        assertThat(map.get("older")).isEmpty();
        assertThat(map.get("current")).isEmpty();
    }

    @Test
    void its_code_is_that_of_the_source() throws IOException {
        chinese(CHINESE.replace("// hello", "// 你好"));

        assertThat(course.problems())
                .containsExactly(
                        "zh-CN/one.adoc: The code of the cell \"greet\" differs from its source in"
                                + " line 3: \"IO.println(\"// 你好\");\" in place of"
                                + " \"IO.println(\"// hello\");\". Only comments are translated.");
    }

    @Test
    void it_has_the_ids_of_its_source() throws IOException {
        chinese(CHINESE.replace("#start", "#kaishi"));

        assertThat(course.problems())
                .containsExactly(
                        "zh-CN/one.adoc: The id \"start\" of the source is missing.",
                        "zh-CN/one.adoc: The id \"kaishi\" is not in the source.");
    }

    @Test
    void it_has_the_blocks_of_its_source() throws IOException {
        chinese(CHINESE.replace("见", "见下。\n\n见"));

        assertThat(course.problems())
                .containsExactly(
                        "zh-CN/one.adoc: Here: section start: h2, 2 paragraphs, 0 lists, 0 tables,"
                            + " 4 blocks in all. In the source: section start: h2, 1 paragraphs, 0"
                            + " lists, 0 tables, 3 blocks in all.");
    }

    @Test
    void it_says_what_it_was_made_of() throws IOException {
        course.write("zh-CN/one.adoc", CourseFolder.HEADER + CHINESE);

        assertThat(course.problems())
                .singleElement()
                .asString()
                .startsWith("zh-CN/one.adoc:1: A translation says which text it was made of");
    }

    @Test
    void comments_are_told_from_strings() {
        var code = "a('\\'', \"\\\"//\"); // c\n/* d\n */ e(\"\"\"\n// f \"\n\"\"\"); /* g";
        assertThat(JavaCode.withoutComments(code))
                .isEqualTo("a('\\'', \"\\\"//\"); \n\n e(\"\"\"\n// f \"\n\"\"\"); ");
    }

    private void english(String text) throws IOException {
        course.lesson(text);
    }

    /** A translation of the English text as {@link #makeCourse} made it. */
    private void chinese(String text) throws IOException {
        var hash = Hash.ofFile(CourseFolder.HEADER + ENGLISH);
        var header = CourseFolder.HEADER.strip().replace("One", "一");
        course.write("zh-CN/one.adoc", header + "\n:source-hash: " + hash + "\n\n" + text);
    }
}
