package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of the format, broken: what is said, and for which line. */
class FormatProblemsTest {

    @TempDir Path temp;
    private CourseFolder course;

    @BeforeEach
    void makeCourse() throws IOException {
        course = new CourseFolder(temp);
    }

    /** Lines count from the first one after the header; {@code |} ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    1 ¦ == No id||Text.                                       ¦ The section "No id" has no id
                    2 ¦ [#Big]|== Big                                         ¦ not made of lower-case words
                    4 ¦ [#a]|== A||[#a]|== B                                  ¦ is used twice
                    5 ¦ [#a]|== A||.T|[source#a%run,java]|----|x|----         ¦ is used twice
                    4 ¦ [#a]|== A||See <<b,there>>.                           ¦ There is no place "b" in this lesson
                    1 ¦ See xref:two.adoc[Two].                               ¦ There is no lesson "two"
                    1 ¦ See xref:one.adoc#x[One].                             ¦ There is no place "x" in the lesson "one"
                    1 ¦ See xref:one.adoc[].                                  ¦ A link to another lesson has a text
                    1 ¦ exercise::nothing[]                                   ¦ There is no exercise "nothing"
                    3 ¦ .C|[.compare]|====|Text.|====                         ¦ This block has no id
                    3 ¦ .C|[.compare#c]|====|Text.|====                       ¦ holds two to four versions
                    3 ¦ .C|[.compare#c]|====|Text.|====                       ¦ holds one checklist of predictions
                    3 ¦ .C|[.compare#c,loud=1]|====|Text.|====                ¦ A comparison has no attribute "loud"
                    3 ¦ .C|[.compare#c,mode=fast]|====|Text.|====             ¦ There is no mode "fast"
                    3 ¦ .C|[.compare#c,n=0]|====|Text.|====                   ¦ n is a number from 1 to 1000000
                    3 ¦ .C|[.compare#c,mode=load,sweep="8 4"]|====|Text.|==== ¦ sweep holds two or more ascending numbers
                    5 ¦ .C|[.compare#c]|====|[source,java]|----|x|----|====   ¦ A version and a set-up are titled listings
                    3 ¦ .C|[.compare#c]|====|.V|[source,java]|----|x|----||.V|[source,java]|----|x|----|==== ¦ have different titles
                    4 ¦ .C|[.compare#c]|====|* [ ] a||[.outcome]|O.|====      ¦ No choice is marked as right
                    2 ¦ [.outcome]|Text.                                      ¦ Only a comparison has
                    1 ¦ exercize::nothing[]                                   ¦ unknown name for block macro: exercize
                    2 ¦ [poem]|Text.                                          ¦ unknown style for paragraph: poem
                    2 ¦ [.warm]|Text.                                         ¦ The role "warm" is unknown here
                    2 ¦ [horizontal]|a:: b                                    ¦ style "horizontal" of a description list
                    2 ¦ [source%run,java]|----|x|----                         ¦ A cell has an id and a title
                    3 ¦ .T|[source#c%run,rust]|----|x|----                    ¦ A cell is written in Java
                    3 ¦ .T|[source#c%run,java,timeout=99]|----|x|----         ¦ timeout is a number of seconds
                    3 ¦ .T|[source#c%run,java,tmeout=9]|----|x|----           ¦ A cell has no attribute "tmeout"
                    3 ¦ .T|[source#c%rum,java]|----|x|----                    ¦ The option "rum" is unknown here
                    1 ¦ ----|x|----                                           ¦ A listing says its language
                    2 ¦ [.output]|....|x|....                                 ¦ stands right after the cell
                    8 ¦ .T|[source#c%run,java]|----|x|----||[.output%pattern]|....|(|.... ¦ not a regular expression
                    8 ¦ .T|[source#c%run,java]|----|x|----||[.output%oneof]|....|x|....   ¦ two outcomes or more
                    8 ¦ .T|[source#c%run,java]|----|x|----||[.output%oneof%contains]|....|x|.... ¦ do not go together
                    3 ¦ .Q|[.quiz]|====|* [x] a|====                          ¦ This block has no id
                    2 ¦ [.quiz#q]|====|* [x] a|====                           ¦ This block has no title
                    3 ¦ .Q|[.quiz#q]|====|Text.|====                          ¦ holds one checklist
                    4 ¦ .Q|[.quiz#q]|====|* [ ] a|+|No.|====                  ¦ No choice is marked as right
                    4 ¦ .Q|[.quiz#q]|====|* [x] a|====                        ¦ This choice has no explanation
                    3 ¦ .Q|[.predict#p,cell=none]|====|* [x] a|+|b|====       ¦ there is no cell "none"
                    3 ¦ .C|[.contrast#c]|====|Text.|====                      ¦ holds titled listings
                    1 ¦ ====|Text.|====                                       ¦ An example block is a contrast
                    2 ¦ [.cards]|a:: b                                        ¦ A card starts with its id
                    2 ¦ [.diagram#d]|....|x|....                              ¦ This block has no title
                    1 ¦ image::x.png[x]                                       ¦ the kind "image"
                    1 ¦ ++++|<script>1</script>|++++                          ¦ the kind "pass"
                    1 ¦ Text +++<b onclick="x()">bold</b>+++.                 ¦ no place for the element <b>
                    1 ¦ Text +++<em style="x">bold</em>+++.                   ¦ no place for the attribute style
                    1 ¦ A link:javascript:alert(1)[link].                     ¦ neither a web page nor a lesson
                    1 ¦ A {nothing} attribute.                                ¦ nothing
                    3 ¦ .T|[source#c%run,java]|----|x(); // <1>|----          ¦ A cell has no callouts
                    """)
    void is_named_with_its_line(int line, String text, String message) throws IOException {
        course.lesson(text.replace("|", "\n") + "\n");
        assertThat(course.problems())
                .anySatisfy(
                        problem ->
                                assertThat(problem)
                                        .startsWith("en/one.adoc:" + (line + 4) + ": ")
                                        .contains(message));
    }

    @Test
    void a_header_needs_its_attributes() throws IOException {
        course.write("en/one.adoc", "= One\n\nText.\n");
        assertThat(course.problems())
                .containsExactly(
                        "en/one.adoc:1: Say in a sentence what the lesson is about: :description:"
                                + " …",
                        "en/one.adoc:1: Say how long reading takes, from 1 to 90: :minutes: 25.");
    }

    @Test
    void a_profile_that_the_sandbox_does_not_have_is_named_with_those_that_it_has()
            throws IOException {
        course.write("en/one.adoc", CourseFolder.HEADER.replace("\n\n", "\n:profile: fast\n\n"));
        assertThat(course.problems())
                .containsExactly(
                        "en/one.adoc:4: There is no profile \"fast\"; known are: default,"
                            + " no-preview, one-carrier, small-heap, continuations, processes.");
    }

    @Test
    void the_profiles_are_those_of_the_sandbox() {
        assertThat(ProfileReader.KNOWN)
                .containsExactlyElementsOf(Profile.ALL.stream().map(Profile::name).toList());
    }

    @Test
    void the_map_and_the_lessons_must_agree() throws IOException {
        course.write("en/two.adoc", CourseFolder.HEADER)
                .write(
                        "en/course.adoc",
                        CourseFolder.map(
                                """
                                xref:one.adoc[Uno]:: The first.
                                xref:three.adoc[Three]:: The third.
                                [#two]#Two#:: The second.
                                xref:one.adoc[Uno]:: Again.
                                Four:: The fourth.
                                """));
        assertThat(course.problems())
                .containsExactlyInAnyOrder(
                        "en/course.adoc:11: The lesson \"one\" is listed twice.",
                        "en/course.adoc:12: A lesson is xref:ID.adoc[Title]:: or, while planned,"
                                + " [#ID]#Title#::.",
                        "en/course.adoc:8: The lesson calls itself \"One\", the map \"Uno\".",
                        "en/course.adoc:8: The lesson calls itself \"One\", the map \"Uno\".",
                        "en/course.adoc:9: There is no file three.adoc. While a lesson is planned,"
                                + " write [#three]#Three#::.",
                        "en/course.adoc:10: This lesson is written: link to it,"
                                + " xref:two.adoc[Two]::.");
    }

    @Test
    void a_lesson_that_no_stage_lists_is_named() throws IOException {
        course.write("en/two.adoc", CourseFolder.HEADER);
        assertThat(course.problems())
                .containsExactly("en/course.adoc: The lesson \"two\" is on no stage. List it.");
    }

    @Test
    void a_stage_has_a_fixed_shape() throws IOException {
        course.write(
                "en/course.adoc", "= A course\n\n[#first]\n== First\n\nxref:one.adoc[One]:: x\n");
        assertThat(course.problems())
                .contains(
                        "en/course.adoc:4: The id of this section is [#stage-1].",
                        "en/course.adoc:4: A stage is a section [#stage-1] with a paragraph and one"
                                + " description list of lessons.");
    }

    @Test
    void every_language_has_a_map() throws IOException {
        course.write("zh-CN/one.adoc", CourseFolder.HEADER);
        assertThat(course.problems())
                .containsExactly(
                        "zh-CN/course.adoc: The map of the course is missing. Each language has"
                                + " one.");
    }
}
