package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.lessons.build.data.Term;
import dev.interleave.lessons.build.page.Terms;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The markup that the page's scripts and styles rely on. */
class PageMarkupTest {

    @TempDir Path temp;
    private CourseFolder course;

    @BeforeEach
    void makeCourse() throws IOException {
        course = new CourseFolder(temp);
    }

    private String html(String text) throws IOException {
        return course.lesson(text)
                .builtLesson()
                .get("html")
                .asText()
                .replaceAll(">\\s*\n\\s*", ">")
                .replaceAll("\\s*\n\\s*<", "<");
    }

    @Test
    void a_cell_is_a_figure_with_its_source_and_what_it_prints() throws IOException {
        var html =
                html(
                        """
                        .Add `1` & 2
                        [source#add%run,java]
                        ----
                        IO.println(1 < 2);
                        ----

                        [.output]
                        ....
                        true
                        ....
                        """);
        assertThat(html)
                .contains(
                        "<figure class=\"cell\" id=\"add\" data-cell=\"add\" data-label=\"Add 1"
                            + " &amp; 2\"><figcaption>Add <code>1</code> &amp; 2</figcaption><pre"
                            + " class=\"source\"><code class=\"language-java\"><span"
                            + " class=\"no\">IO</span>")
                .contains("<span class=\"o\">&lt;</span>")
                .contains(
                        "</code></pre><details class=\"expected\" data-kind=\"exact\"><summary>What"
                                + " it printed here</summary><pre>true</pre></details></figure>")
                .doesNotContain("literalblock");
    }

    @Test
    void a_comparison_has_versions_choices_and_what_its_author_measured() throws IOException {
        course.lesson(
                """
                .Sum *it*
                [.compare#sums,n=20,mode=sample,seconds=30]
                ====
                Two ways.

                .Shared
                [source%setup,java]
                ----
                int one = 1;
                ----

                .A loop
                [source,java]
                ----
                int run() { return one; }
                ----

                .A stream
                [source,java]
                ----
                int run() { return 1; }
                ----

                * [ ] The loop.
                * [x] No difference.

                [.outcome]
                None, on *2* cores.
                ====
                """);
        var lesson = course.builtLesson();
        var html = lesson.get("html").asText().replaceAll("\\s*\n\\s*", "");

        assertThat(html)
                .contains(
                        "<section class=\"compare\" id=\"sums\" data-compare=\"sums\""
                                + " data-title=\"Sum it\" data-n=\"20\"><p class=\"compare-title\">"
                                + "Comparison: Sum it</p><p>Two ways.</p><figure"
                                + " class=\"compare-setup\"><figcaption>Shared</figcaption>")
                .contains("<figure class=\"compare-version\" data-file=\"2\">")
                .contains(
                        "<p class=\"compare-facts\">Measured: the time of single calls, with n ="
                                + " 20.</p><ul class=\"compare-choices\"><li data-choice=\"1\""
                                + " data-correct=\"false\">The loop.</li><li data-choice=\"2\""
                                + " data-correct=\"true\">No difference.</li></ul><details"
                                + " class=\"compare-outcome\"><summary>What its author"
                                + " measured</summary><p>None, on <strong>2</strong> cores.</p>");
        var comparison = lesson.get("comparisons").get(0);
        assertThat(comparison.get("setup").asText()).isEqualTo("int one = 1;");
        assertThat(comparison.at("/versions/1/name").asText()).isEqualTo("A stream");
        assertThat(comparison.get("seconds").asInt()).isEqualTo(30);
        assertThat(comparison.get("choices").asInt()).isEqualTo(2);
    }

    @Test
    void each_possible_outcome_is_shown() throws IOException {
        var html =
                html(
                        """
                        .Race
                        [source#race%run,java]
                        ----
                        race();
                        ----

                        [.output%oneof]
                        ....
                        A
                        B
                        -- or --
                        B
                        A
                        ....
                        """);
        assertThat(html)
                .contains(
                        "<summary>What it can print</summary><pre>A\n"
                                + "B</pre><p class=\"or\">or</p><pre>B\n"
                                + "A</pre>");
    }

    @Test
    void a_cell_that_must_not_compile_says_so() throws IOException {
        var html =
                html(
                        """
                        .Wrong
                        [source#wrong%run%refused,java]
                        ----
                        int one = "one";
                        ----

                        [.output%contains]
                        ....
                        incompatible types
                        ....
                        """);
        assertThat(html).contains("data-refused", "<summary>What the compiler said here</summary>");
    }

    @Test
    void a_contrast_has_a_figure_for_each_language_and_the_difference() throws IOException {
        var html =
                html(
                        """
                        .Both ways
                        [.contrast#both]
                        ====
                        .Java
                        [source,java]
                        ----
                        f();
                        ----

                        .Rust
                        [source%std,rust]
                        ----
                        fn main() {}
                        ----

                        They differ.
                        ====
                        """);
        assertThat(html)
                .contains(
                        "<section class=\"contrast\" id=\"both\"><p class=\"contrast-title\">Both"
                                + " ways</p>")
                .contains(
                        "<figure class=\"contrast-listing\""
                                + " data-language=\"java\"><figcaption>Java</figcaption>")
                .contains(
                        "<figure class=\"contrast-listing\""
                                + " data-language=\"rust\"><figcaption>Rust</figcaption>")
                .contains("<div class=\"contrast-difference\"><p>They differ.</p></div></section>");
    }

    @Test
    void a_quiz_can_be_answered_without_a_script() throws IOException {
        var html =
                html(
                        """
                        .Does `join` wait?
                        [.quiz#join]
                        ====
                        * [x] Yes.
                        +
                        It does.
                        * [ ] No.
                        +
                        That is *start*.
                        ====
                        """);
        assertThat(html)
                .contains(
                        "<section class=\"quiz\" id=\"join\" data-quiz=\"join\"><p"
                                + " class=\"question\">Does <code>join</code> wait?</p>")
                .contains(
                        "<li class=\"choice\" data-choice=\"1\""
                            + " data-correct=\"true\"><details><summary><span>Yes.</span></summary><div"
                            + " class=\"explanation\"><p class=\"verdict\">Right.</p><p>It"
                            + " does.</p></div></details></li>")
                .contains(
                        "<li class=\"choice\" data-choice=\"2\""
                            + " data-correct=\"false\"><details><summary><span>No.</span></summary><div"
                            + " class=\"explanation\"><p class=\"verdict\">No.</p><p>That is"
                            + " <strong>start</strong>.</p></div>");
    }

    @Test
    void a_prediction_names_its_cell() throws IOException {
        var html =
                html(
                        """
                        .What can it print?
                        [.predict#guess,cell=race]
                        ====
                        * [x] A
                        +
                        Often.
                        ====

                        .Race
                        [source#race%run,java]
                        ----
                        race();
                        ----
                        """);
        assertThat(html)
                .contains(
                        "<section class=\"predict\" id=\"guess\" data-predict=\"guess\""
                                + " data-cell=\"race\">")
                .contains("<p class=\"verdict\">Possible.</p>");
    }

    @Test
    void cards_have_their_ids() throws IOException {
        var html =
                html(
                        """
                        [.cards]
                        [[fc-one-1]]Question *one*:: Answer.
                        [[fc-one-2]]Two:: Second.
                        """);
        assertThat(html)
                .contains(
                        "<dl class=\"cards\"><div class=\"card\" id=\"fc-one-1\""
                                + " data-card=\"fc-one-1\"><dt>Question"
                                + " <strong>one</strong></dt><dd><p>Answer.</p></dd></div><div"
                                + " class=\"card\" id=\"fc-one-2\"");
    }

    @Test
    void terms_have_the_paragraph_around_them_for_their_definition() throws IOException {
        var terms =
                Terms.of(
                        Jsoup.parseBodyFragment(
                                html(
                                        """
                                        A [#t-one.term]#first term# means https://example.org[_this_].

                                        * To [#t-two.term.everyday]#watch# is that.
                                        ** Not this.
                                        """)));
        assertThat(terms)
                .containsExactly(
                        new Term(
                                "t-one",
                                "first term",
                                false,
                                "A <dfn>first term</dfn> means <em>this</em>."),
                        new Term(
                                "t-two",
                                "watch",
                                true,
                                "To <dfn class=\"everyday\">watch</dfn> is that."));
    }

    @Test
    void narration_is_folded_and_timed() throws IOException {
        var html = html("[.narration]\n--\n" + "word ".repeat(80) + "\n--\n");
        assertThat(html).contains("<details class=\"narration\" data-seconds=\"30\"><summary>");
    }

    @Test
    void a_diagram_is_one_picture_with_a_text_for_it() throws IOException {
        var html =
                html(
                        """
                        .A is before B.
                        [.diagram#order]
                        ....
                        A --> B
                        ....
                        """);
        assertThat(html)
                .contains(
                        "<figure class=\"diagram\" id=\"order\"><div role=\"img\" aria-label=\"A is"
                                + " before B.\"><pre>A --&gt; B</pre></div><figcaption>A is before"
                                + " B.</figcaption></figure>");
    }

    @Test
    void admonitions_sidebars_and_terms_are_no_tables() throws IOException {
        var html =
                html(
                        """
                        NOTE: Take *care*.

                        [WARNING]
                        ====
                        One.

                        Two.
                        ====

                        .What is missing
                        ****
                        A limit.
                        ****

                        A [#t-carrier.term]#carrier# carries.
                        """);
        assertThat(html)
                .contains(
                        "<aside class=\"admonition note\" role=\"note\"><p"
                                + " class=\"admonition-label\">Note</p><p>Take"
                                + " <strong>care</strong>.</p></aside>")
                .contains("<aside class=\"admonition warning\" role=\"note\">")
                .contains(
                        "<aside class=\"sidebar\" role=\"note\"><p class=\"title\">What is"
                                + " missing</p><p>A limit.</p></aside>")
                .contains("A <dfn id=\"t-carrier\">carrier</dfn> carries.")
                .doesNotContain("<table");
    }

    @Test
    void tables_and_listings_have_no_inline_styles() throws IOException {
        var html =
                html(
                        """
                        [cols="1,2"]
                        |===
                        |a |b

                        |1 |2
                        |===

                        .Run it
                        [source,rust]
                        ----
                        fn main() {}
                        ----
                        """);
        assertThat(html)
                .contains("<table class=\"table\">", "<th>a</th>", "<td>1</td>")
                .contains(
                        "<figure class=\"listing\"><figcaption>Run it</figcaption><pre"
                                + " class=\"source\"><code class=\"language-rust\">")
                .doesNotContain("style=");
    }

    @Test
    void the_outline_has_sections_and_their_parts() throws IOException {
        var lesson =
                course.lesson("[#start]\n== The `start`\n\n[#deeper]\n=== Deeper\n\nText.\n")
                        .builtLesson();
        assertThat(lesson.get("outline").toString())
                .isEqualTo(
                        "[{\"id\":\"start\",\"title\":\"The start\",\"level\":1},"
                                + "{\"id\":\"deeper\",\"title\":\"Deeper\",\"level\":2}]");
    }

    @Test
    void the_server_gets_the_source_of_a_cell_as_it_was_written() throws IOException {
        var cell =
                course.lesson(
                                """
                                .Wait
                                [source#wait%run,java,timeout=3]
                                ----
                                if (1 < 2) { // "quoted" & so on

                                    IO.println("✓");
                                }
                                ----

                                [.output%contains%numbers]
                                ....
                                took 12 ms
                                ....
                                """)
                        .builtLesson()
                        .get("cells")
                        .get(0);
        assertThat(cell.get("source").asText())
                .isEqualTo("if (1 < 2) { // \"quoted\" & so on\n\n    IO.println(\"✓\");\n}");
        assertThat(cell.get("timeoutSeconds").asInt()).isEqualTo(3);
        assertThat(cell.get("profile").asText()).isEqualTo("default");
        assertThat(cell.get("expected").toString())
                .isEqualTo(
                        "{\"kind\":\"contains\",\"numbers\":true,\"outcomes\":[\"took 12 ms\"]}");
    }
}
