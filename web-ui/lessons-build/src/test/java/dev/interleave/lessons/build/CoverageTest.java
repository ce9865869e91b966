package dev.interleave.lessons.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every statement that the written lessons have to teach has a place in them. */
class CoverageTest {

    private static final Path PAGE = RealLessons.FOLDER.resolveSibling("docs/coverage.md");

    private static Coverage coverage;

    @BeforeAll
    static void look() throws IOException {
        coverage = Coverage.of(RealLessons.FOLDER, CourseFolder.ASCII_DOC);
    }

    @Test
    void every_row_of_a_written_lesson_has_a_section() {
        assertThat(coverage.problems()).isEmpty();
    }

    @Test
    void the_page_is_up_to_date() throws IOException {
        var page = coverage.page();
        var made = Files.writeString(Path.of("target/coverage.md").toAbsolutePath(), page);
        assertThat(Files.readString(PAGE))
                .withFailMessage("Copy %s to %s: the lessons cover something else now.", made, PAGE)
                .isEqualTo(page);
    }

    @Test
    void a_row_without_a_section_is_a_problem() {
        var rows = Coverage.rows("A001\tA lock\tone, two\nA002\tA queue\ttwo");
        var covered = new Coverage.Place("one", "locks", "Locks", List.of("A001"));
        assertThat(new Coverage(rows, List.of("one"), List.of(covered)).problems()).isEmpty();
        assertThat(new Coverage(rows, List.of("one"), List.of()).problems())
                .containsExactly("A001 has no place in one: A lock");
    }

    @Test
    void a_section_covers_only_what_its_lesson_has_to_teach() {
        var rows = Coverage.rows("A001\tA lock\ttwo");
        var wrong = new Coverage.Place("one", "locks", "Locks", List.of("A001", "A999"));
        assertThat(new Coverage(rows, List.of("one"), List.of(wrong)).problems()).hasSize(2);
    }
}
