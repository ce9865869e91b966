package dev.interleave.web.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.account.Role;
import dev.interleave.web.classroom.Assignment;
import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.classroom.CourseExercises;
import dev.interleave.web.classroom.LateRule;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.gradebook.Row.Cell;
import dev.interleave.web.gradebook.Row.State;
import dev.interleave.web.report.HiddenTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The gradebook as a file of Excel, whose parts are read back as XML. */
class SpreadsheetTest {

    private static final List<String> HOSTILE =
            List.of(
                    "=1+1",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "\t=1",
                    "\uFF1D1",
                    "=HYPERLINK(\"http://example.com\")",
                    "</t></is></c><c><f>1+1</f></c>",
                    "=cmd|' /C calc'!A0",
                    "\u0001=1\uD800");

    @TempDir Path folder;
    private final Map<String, Document> parts = new HashMap<>();
    private byte[] bytes;

    @BeforeEach
    void write() throws Exception {
        bytes = spreadsheet();
        unzip(bytes);
    }

    private static byte[] spreadsheet() {
        var classroom =
                new Classroom(
                        "c",
                        "C",
                        "j",
                        false,
                        ZoneId.of("Asia/Tokyo"),
                        0,
                        HiddenTests.ALWAYS,
                        Role.INSTRUCTOR,
                        1,
                        null);
        var library = CourseLibrary.read(Path.of("src/test/resources/exercise-course"));
        var due = Instant.parse("2027-01-31T12:00:00Z");
        var assignment = new Assignment("counter", null, due, 0, LateRule.NONE, 0, false, false);
        var cell = new Cell(State.GRADED, 7.456, false);
        var none = new Cell(State.MISSING, null, false);
        var rows =
                Stream.concat(
                                HOSTILE.stream().map(text -> new Row(member(text), List.of(cell))),
                                Stream.of(new Row(member("Nobody"), List.of(none))))
                        .toList();
        return new Spreadsheet(classroom, new CourseExercises(library))
                .of(List.of(assignment), rows);
    }

    @Test
    void the_same_grades_give_the_same_bytes_whenever_it_is_written() {
        assertThat(spreadsheet()).isEqualTo(bytes);
        var created = parts.get("docProps/core.xml").getElementsByTagName("dcterms:created");
        assertThat(created.getLength()).isZero();
    }

    private static Member member(String text) {
        return new Member("id", text, text, Role.LEARNER, text, false);
    }

    /** From its directory, as programs read it; it was written as a stream. */
    private void unzip(byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve("grades.xlsx"), bytes);
        var xml = DocumentBuilderFactory.newInstance();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), xml.newDocumentBuilder().parse(part));
                }
            }
        }
    }

    @Test
    void texts_are_texts_and_there_are_no_formulas_and_no_links() {
        for (var part : parts.values()) {
            assertThat(part.getElementsByTagName("f").getLength()).isZero();
            assertThat(part.getElementsByTagName("hyperlink").getLength()).isZero();
        }
        assertThat(line(0)).containsExactly("name", "login", "section", "counter", "total");
        assertThat(line(1)).containsExactly("=1+1", "=1+1", "=1+1", "7.46", "7.46");
        assertThat(line(8)).startsWith(HOSTILE.get(7));
        for (var i = 1; i <= HOSTILE.size(); i++) {
            assertThat(types(i)).containsExactly("s", "s", "s", "n", "n");
        }
        assertThat(line(HOSTILE.size() + 1)).containsExactly("Nobody", "Nobody", "Nobody", "0.0");
    }

    @Test
    void the_head_stays_and_due_dates_are_dates_in_the_time_of_the_class() {
        var pane = (Element) parts.get(sheet(1)).getElementsByTagName("pane").item(0);
        assertThat(pane.getAttribute("state")).isEqualTo("frozen");
        assertThat(pane.getAttribute("ySplit")).isEqualTo("1");

        var cells = parts.get(sheet(2)).getElementsByTagName("c");
        var due = (Element) cells.item(cells.getLength() - 1);
        // Days since the end of 1899: 31 January 2027, 21:00 in Tokyo.
        assertThat(Double.parseDouble(due.getTextContent())).isEqualTo(46_418.875);
        assertThat(due.getAttribute("s")).isNotEmpty();
    }

    private static String sheet(int number) {
        return "xl/worksheets/sheet%d.xml".formatted(number);
    }

    private List<String> line(int line) {
        return cells(line).map(this::text).toList();
    }

    private List<String> types(int line) {
        return cells(line)
                .map(cell -> cell.getAttribute("t"))
                .map(type -> type.isEmpty() ? "n" : type)
                .toList();
    }

    private Stream<Element> cells(int line) {
        var row = (Element) parts.get(sheet(1)).getElementsByTagName("row").item(line);
        var cells = row.getElementsByTagName("c");
        return Stream.iterate(0, i -> i < cells.getLength(), i -> i + 1)
                .map(i -> (Element) cells.item(i))
                .filter(cell -> cell.hasChildNodes());
    }

    private String text(Element cell) {
        var value = cell.getTextContent();
        return cell.getAttribute("t").equals("s")
                ? parts.get("xl/sharedStrings.xml")
                        .getElementsByTagName("si")
                        .item(Integer.parseInt(value))
                        .getTextContent()
                : value;
    }
}
