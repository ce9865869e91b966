package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseBuildTest {

    @TempDir Path temp;
    private CourseFolder course;

    @BeforeEach
    void makeCourse() throws IOException {
        course = new CourseFolder(temp);
        course.write("en/two.adoc", CourseFolder.HEADER.replace("One", "Two"))
                .write(
                        "en/course.adoc",
                        CourseFolder.map(
                                """
                                xref:one.adoc[One]:: The first.
                                xref:two.adoc[Two]:: The second.
                                [#three]#Three#:: Is planned.
                                """));
    }

    @Test
    void the_map_has_stages_with_written_and_planned_lessons() throws IOException {
        assertThat(course.problems()).isEmpty();
        assertThat(course.built("course.json").toString())
                .isEqualTo(
                        "{\"languages\":[\"en\"],\"stages\":[{\"id\":\"stage-1\",\"number\":1,\"title\":\"The"
                            + " stage\",\"summary\":\"Its"
                            + " summary.\",\"lessons\":[{\"id\":\"one\",\"title\":\"One\",\"summary\":\"The"
                            + " first.\",\"minutes\":5,\"written\":true},{\"id\":\"two\",\"title\":\"Two\",\"summary\":\"The"
                            + " second.\",\"minutes\":5,\"written\":true},{\"id\":\"three\",\"title\":\"Three\",\"summary\":\"Is"
                            + " planned.\",\"minutes\":0,\"written\":false}]}],\"translations\":{}}");
        var lesson = course.built("en/one.json");
        assertThat(lesson.get("stage").asText()).isEqualTo("stage-1");
        assertThat(lesson.get("title").asText()).isEqualTo("One");
        assertThat(lesson.get("description").asText()).isEqualTo("The first.");
    }

    @Test
    void nothing_is_parsed_when_nothing_changed() throws IOException {
        course.build().run();
        var fresh = new AsciiDoc();
        var result = course.build(fresh).run();
        assertThat(result.problems()).isEmpty();
        assertThat(result.converted()).isEmpty();
        assertThat(fresh.isStarted()).isFalse();
    }

    @Test
    void only_what_changed_is_converted() throws IOException {
        course.build().run();
        var before = course.built("en/one.json").get("hash");
        course.lesson("Other text.\n");
        var result = course.build().run();
        assertThat(result.converted()).extracting(Facts::id).containsExactly("one");
        assertThat(result.courseChanged()).isFalse();
        assertThat(course.built("en/one.json").get("hash")).isNotEqualTo(before);
    }

    @Test
    void a_link_is_checked_again_when_the_place_that_it_leads_to_goes() throws IOException {
        course.lesson("See xref:two.adoc#place[there].\n")
                .write(
                        "en/two.adoc",
                        CourseFolder.HEADER.replace("One", "Two") + "[#place]\n== P\n");
        assertThat(course.problems()).isEmpty();
        course.write("en/two.adoc", CourseFolder.HEADER.replace("One", "Two"));
        assertThat(course.problems())
                .containsExactly(
                        "en/one.adoc:5: There is no place \"place\" in the lesson \"two\" to link"
                                + " to.");
    }

    @Test
    void a_problem_stays_until_it_is_put_right() throws IOException {
        course.lesson("See <<nowhere,there>>.\n");
        assertThat(course.problems()).hasSize(1);
        assertThat(course.problems()).hasSize(1);
        course.lesson("See nothing.\n");
        assertThat(course.problems()).isEmpty();
    }

    @Test
    void a_lesson_with_problems_is_not_written() throws IOException {
        course.lesson("== No id\n");
        assertThat(course.problems()).isNotEmpty();
        assertThat(course.isBuilt("en/one.json")).isFalse();
        assertThat(course.isBuilt("en/two.json")).isTrue();
    }

    @Test
    void a_lesson_that_is_gone_is_removed() throws IOException {
        course.build().run();
        course.delete("en/two.adoc");
        course.write("en/course.adoc", CourseFolder.map("xref:one.adoc[One]:: The first."));
        assertThat(course.problems()).isEmpty();
        assertThat(course.isBuilt("en/two.json")).isFalse();
        assertThat(course.isBuilt("en/one.json")).isTrue();
    }

    @Test
    void an_exercise_can_be_shown_once_it_exists() throws IOException {
        course.lesson("exercise::kettle[]\n");
        assertThat(course.problems()).hasSize(1);
        kettle("Boil it.");
        var lesson = course.builtLesson();

        assertThat(lesson.get("html").asText())
                .contains(
                        "data-exercise=\"kettle\"",
                        "<h3 class=\"exercise-title\">Exercise: A kettle</h3>",
                        "<p class=\"exercise-facts\">12.5 points</p>",
                        "<section class=\"task\" data-task=\"boiling\">",
                        "<h4>Boil</h4>",
                        "data-file=\"tea/Kettle.java\"",
                        "class Kettle&lt;T&gt; {}")
                .doesNotContain("Fire", "It was hot.", "boils");
        assertThat(lesson.get("exercises").toString())
                .contains(
                        "\"hints\":[{\"title\":\"Fire\",\"html\":\"<p>Light it.</p>\"}]",
                        "\"tasks\":[\"boiling\"]");
        assertThat(lesson.get("exercises").get(0).get("explanation").asText())
                .startsWith("<p>It was hot.</p>")
                .contains("solution/plain/tea/Kettle.java", ">boils</span>");
        assertThat(lesson.get("outline")).isEmpty();
    }

    @Test
    void a_lesson_follows_its_exercise() throws IOException {
        course.lesson("exercise::kettle[]\n");
        kettle("Boil it.");
        course.builtLesson();
        kettle("Boil it twice.");

        assertThat(course.builtLesson().get("html").asText()).contains("Boil it twice.");
    }

    @Test
    void what_is_wrong_in_an_exercise_is_said_with_its_file() throws IOException {
        course.lesson("exercise::kettle[]\n");
        kettle("{nothing} boils.");

        assertThat(course.problems())
                .singleElement()
                .asString()
                .startsWith("../exercises/kettle/task.adoc:4: ");
    }

    private void kettle(String task) throws IOException {
        var folder = "../exercises/kettle/";
        course.write(folder + "exercise.properties", "title = A kettle\npoints = 12.5\n");
        course.write(folder + "task.adoc", "[#boiling]\n== Boil\n\n" + task + "\n");
        course.write(folder + "hints.adoc", "[#fire]\n== Fire\n\nLight it.\n");
        course.write(folder + "explanation.adoc", "It was hot.\n");
        course.write(folder + "stub/tea/Kettle.java", "class Kettle<T> {}\n");
        course.write(folder + "solution/plain/tea/Kettle.java", "class Kettle<T> { T boils; }\n");
    }
}
