package dev.interleave.web.search;

import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds words and code in all lessons, any part of a word from three letters on. The index is in
 * memory; it is made at the first search, and again when a lesson has changed.
 *
 * <p>Threading: any thread may call anything; one searches at a time, which takes a millisecond.
 */
public final class Search implements AutoCloseable {

    /** Letters that a word must have to be looked for by itself. */
    static final int SHORTEST = 3;

    private static final int MOST_RESULTS = 30;
    private static final int MOST_WORDS = 8;

    /** Characters around what was found. */
    private static final int SHOWN = 60;

    private static final char HIT = '\u0001';
    private static final char END = '\u0002';

    private final CourseLibrary library;
    private final ReentrantLock lock = new ReentrantLock();
    private Handle index;
    private String made = "";

    public Search(CourseLibrary library) {
        this.library = library;
    }

    /** A place where all words of a query are. */
    public record Found(
            String lesson,
            String title,
            String heading,
            String anchor,
            boolean code,
            List<Part> parts) {}

    /** Some text; {@code hit} says whether it is what was looked for. */
    public record Part(String text, boolean hit) {}

    /** The best places first; none if no word of the query is long enough. */
    public List<Found> find(String query) {
        var words = words(query);
        if (words.isEmpty()) {
            return List.of();
        }
        lock.lock();
        try {
            return find(words);
        } finally {
            lock.unlock();
        }
    }

    /** The words of a query that are long enough to be looked for. */
    static List<String> words(String query) {
        return query.strip()
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                .limit(MOST_WORDS)
                .toList();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (index != null) {
                index.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Found> find(List<String> words) {
        var all =
                words.stream()
                        .map(word -> '"' + word.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(" AND "));
        return index().createQuery(
                        "SELECT lesson, title, heading, anchor, code, snippet(passage, 2, :hit,"
                                + " :end, '…', "
                                + SHOWN
                                + ") AS shown FROM passage WHERE passage MATCH :query"
                                + " ORDER BY bm25(passage, 8, 4, 1), rowid LIMIT "
                                + MOST_RESULTS)
                .bind("hit", String.valueOf(HIT))
                .bind("end", String.valueOf(END))
                .bind("query", all)
                .map(
                        (row, _) ->
                                new Found(
                                        row.getString("lesson"),
                                        row.getString("title"),
                                        row.getString("heading"),
                                        row.getString("anchor"),
                                        row.getBoolean("code"),
                                        parts(row.getString("shown"))))
                .list();
    }

    private static List<Part> parts(String shown) {
        var parts = new ArrayList<Part>();
        for (var piece : shown.split(String.valueOf(HIT), -1)) {
            var end = piece.indexOf(END);
            if (end >= 0) {
                parts.add(new Part(piece.substring(0, end), true));
            }
            var rest = piece.substring(end + 1);
            if (!rest.isEmpty()) {
                parts.add(new Part(rest, false));
            }
        }
        return parts;
    }

    private Handle index() {
        var lessons =
                library.course().written().stream()
                        .map(Course.Entry::id)
                        .map(library::lesson)
                        .toList();
        var now = lessons.stream().map(Lesson::hash).collect(Collectors.joining(","));
        if (index == null) {
            index = open();
        }
        if (!now.equals(made)) {
            fill(lessons);
            made = now;
        }
        return index;
    }

    private static Handle open() {
        try {
            var handle = Jdbi.open(DriverManager.getConnection("jdbc:sqlite::memory:"));
            handle.execute(
                    "CREATE VIRTUAL TABLE passage USING fts5(title, heading, text, lesson"
                            + " UNINDEXED, anchor UNINDEXED, code UNINDEXED,"
                            + " tokenize = 'trigram')");
            return handle;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not open a database in memory", e);
        }
    }

    private void fill(List<Lesson> lessons) {
        index.useTransaction(
                db -> {
                    db.execute("DELETE FROM passage");
                    var batch =
                            db.prepareBatch(
                                    "INSERT INTO passage (title, heading, text, lesson, anchor,"
                                            + " code) VALUES (:title, :heading, :text, :lesson,"
                                            + " :anchor, :code)");
                    for (var lesson : lessons) {
                        for (var passage : lesson.passages()) {
                            batch.bind("title", lesson.title())
                                    .bind("heading", passage.heading())
                                    .bind("text", passage.text())
                                    .bind("lesson", lesson.id())
                                    .bind("anchor", passage.anchor())
                                    .bind("code", passage.code())
                                    .add();
                        }
                    }
                    batch.execute();
                });
    }
}
