package dev.interleave.lessons.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.asciidoctor.ast.StructuralNode;

/**
 * Where the course teaches what it has to: the rows of {@code lessons/inventory.tsv} and the
 * sections that say that they cover them.
 *
 * @param rows by id, in the order of the inventory
 * @param written ids of the written lessons
 * @param places the sections that cover something
 */
record Coverage(Map<String, Row> rows, List<String> written, List<Place> places) {

    /**
     * A statement that the course deals with.
     *
     * @param homes lessons that teach it, written or planned, or what it is instead
     */
    record Row(String id, String content, List<String> homes) {}

    /** A section, and the rows that it covers. */
    record Place(String lesson, String section, String title, List<String> rows) {

        private String link() {
            return "[%s, %s](../lessons/en/%s.adoc#%s)"
                    .formatted(lesson.replaceAll("^(s\\d-\\d\\d).*", "$1"), title, lesson, section);
        }
    }

    static Coverage of(Path lessons, AsciiDoc asciiDoc) throws IOException {
        var places = new ArrayList<Place>();
        var written = new ArrayList<String>();
        for (var source : LessonFiles.read(lessons).lessons(LessonFiles.SOURCE_LANGUAGE)) {
            written.add(source.id());
            collect(source.id(), asciiDoc.parse(source).document(), places);
        }
        return new Coverage(
                rows(Files.readString(lessons.resolve("inventory.tsv"))), written, places);
    }

    static Map<String, Row> rows(String inventory) {
        var rows = new LinkedHashMap<String, Row>();
        for (var line : inventory.lines().toList()) {
            var cells = line.split("\t", -1);
            rows.put(cells[0], new Row(cells[0], cells[1], List.of(cells[2].split(", "))));
        }
        return rows;
    }

    private static void collect(String lesson, StructuralNode parent, List<Place> places) {
        for (var block : Blocks.children(parent)) {
            if (block.getAttribute("covers") instanceof String covers) {
                places.add(
                        new Place(
                                lesson,
                                block.getId(),
                                block.getTitle(),
                                List.of(covers.trim().split("\\s+"))));
            }
            collect(lesson, block, places);
        }
    }

    /** What does not fit together; empty if every row of a written lesson has its place. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        for (var row : rows.values()) {
            for (var home : row.homes()) {
                if (written.contains(home) && placesOf(row.id(), home).isEmpty()) {
                    problems.add(
                            "%s has no place in %s: %s".formatted(row.id(), home, row.content()));
                }
            }
        }
        for (var place : places) {
            for (var id : place.rows()) {
                var row = rows.get(id);
                if (row == null || !row.homes().contains(place.lesson())) {
                    problems.add(
                            "%s#%s covers %s, which the inventory does not give to this lesson"
                                    .formatted(place.lesson(), place.section(), id));
                }
            }
        }
        return problems;
    }

    private List<Place> placesOf(String row, String lesson) {
        return places.stream()
                .filter(place -> place.lesson().equals(lesson) && place.rows().contains(row))
                .toList();
    }

    /** The page for people. */
    String page() {
        var page = new StringBuilder(HEAD);
        page.append("| Lesson | Rows | Sections that teach them |\n|---|---|---|\n");
        countByLesson()
                .forEach(
                        (lesson, count) ->
                                page.append(
                                        "| %s | %d | %d |\n"
                                                .formatted(lesson, count, sectionsOf(lesson))));
        page.append("\n| Row | What it says | Where |\n|---|---|---|\n");
        for (var row : rows.values()) {
            page.append(
                    "| %s | %s | %s |\n"
                            .formatted(row.id(), row.content().replace("|", "\\|"), where(row)));
        }
        return page.toString();
    }

    private Map<String, Integer> countByLesson() {
        var counts = new TreeMap<String, Integer>();
        rows.values().stream()
                .flatMap(row -> row.homes().stream())
                .filter(written::contains)
                .forEach(lesson -> counts.merge(lesson, 1, Integer::sum));
        return counts;
    }

    private long sectionsOf(String lesson) {
        return places.stream().filter(place -> place.lesson().equals(lesson)).count();
    }

    private String where(Row row) {
        var parts = new ArrayList<String>();
        for (var home : row.homes()) {
            var found = placesOf(row.id(), home);
            found.stream().map(Place::link).filter(Objects::nonNull).forEach(parts::add);
            if (found.isEmpty()) {
                parts.add(instead(home));
            }
        }
        return String.join("; ", parts);
    }

    private static String instead(String home) {
        if (home.startsWith("format ")) {
            return "[rule %s of the format](../lessons/README.md)".formatted(home.substring(7));
        }
        return switch (home) {
            case "page" -> "no subject of a lesson: a wish for the page around it";
            case "note" -> "nothing to teach: names a note of the author";
            default -> "planned: " + home;
        };
    }

    private static final String HEAD =
            """
            # Where the course teaches what

            The course grew out of three texts on asynchronous Rust. Each of their statements, \
            claims, patterns, questions and forms is a row of `lessons/inventory.tsv`, with the \
            lessons that have to teach it. This page is made from that file and from the \
            attribute `covers` of the sections (rule 21 of the [format](../lessons/README.md)); a \
            test fails when a row of a written lesson has no section, and when this page is out \
            of date.

            """;
}
