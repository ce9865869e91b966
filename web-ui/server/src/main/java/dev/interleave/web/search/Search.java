package dev.interleave.web.search;

import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.language.Language;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    public List<Found> find(String query, Language language) {
        var words = words(query);
        if (words.isEmpty()) {
            return List.of();
        }
        lock.lock();
        try {
            return find(words, language);
        } finally {
            lock.unlock();
        }
    }

    /** The words of a query that are long enough to be looked for. */
    static List<String> words(String query) {
        return query.strip()
                .lines()
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .filter(word -> length(word) >= SHORTEST || isShortAndChinese(word))
                .limit(MOST_WORDS)
                .toList();
    }

    /** Two characters are a whole word of Chinese; the index has none so short. */
    private static boolean isShortAndChinese(String word) {
        return length(word) == SHORTEST - 1
                && word.codePoints()
                        .allMatch(
                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static int length(String word) {
        return word.codePointCount(0, word.length());
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

    private List<Found> find(List<String> words, Language language) {
        var indexed = words.stream().filter(word -> length(word) >= SHORTEST).toList();
        var others = words.stream().filter(word -> length(word) < SHORTEST).toList();
        var sql = new StringBuilder("SELECT lesson, title, heading, anchor, code, ");
        sql.append(
                indexed.isEmpty()
                        ? "text AS shown FROM passage WHERE language = :language"
                        : "snippet(passage, 2, :hit, :end, '…', "
                                + SHOWN
                                + ") AS shown FROM passage WHERE passage MATCH :query AND language"
                                + " = :language");
        for (var i = 0; i < others.size(); i++) {
            sql.append(" AND instr(title || ' ' || heading || ' ' || text, :word" + i + ") > 0");
        }
        sql.append(" ORDER BY ").append(indexed.isEmpty() ? "" : "bm25(passage, 8, 4, 1), ");
        sql.append("rowid LIMIT ").append(MOST_RESULTS);
        var query = index().createQuery(sql).bind("language", language.tag());
        for (var i = 0; i < others.size(); i++) {
            query.bind("word" + i, others.get(i));
        }
        if (!indexed.isEmpty()) {
            query.bind("hit", String.valueOf(HIT))
                    .bind("end", String.valueOf(END))
                    .bind("query", all(indexed));
        }
        return query.map(
                        (row, _) -> {
                            var text = row.getString("shown");
                            return new Found(
                                    row.getString("lesson"),
                                    row.getString("title"),
                                    row.getString("heading"),
                                    row.getString("anchor"),
                                    row.getBoolean("code"),
                                    indexed.isEmpty()
                                            ? Excerpt.of(text, others.getFirst())
                                            : parts(text));
                        })
                .list();
    }

    private static String all(List<String> words) {
        return words.stream()
                .map(word -> '"' + word.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" AND "));
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
        var lessons = new EnumMap<Language, List<Lesson>>(Language.class);
        for (var language : Language.values()) {
            lessons.put(language, library.in(language.tag()).lessons());
        }
        var now =
                lessons.values().stream()
                        .flatMap(List::stream)
                        .map(Lesson::hash)
                        .collect(Collectors.joining(","));
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
                            + " UNINDEXED, language UNINDEXED, anchor UNINDEXED, code UNINDEXED,"
                            + " tokenize = 'trigram')");
            return handle;
        } catch (SQLException e) {
            throw new IllegalStateException("Could not open a database in memory", e);
        }
    }

    private void fill(Map<Language, List<Lesson>> lessons) {
        index.useTransaction(
                db -> {
                    db.execute("DELETE FROM passage");
                    lessons.forEach((language, each) -> each.forEach(it -> fill(db, language, it)));
                });
    }

    private static void fill(Handle db, Language language, Lesson lesson) {
        var batch =
                db.prepareBatch(
                        "INSERT INTO passage (title, heading, text, lesson, language, anchor, code)"
                                + " VALUES (:title, :heading, :text, :lesson, :language, :anchor,"
                                + " :code)");
        for (var passage : lesson.passages()) {
            batch.bind("title", lesson.title())
                    .bind("heading", passage.heading())
                    .bind("text", passage.text())
                    .bind("lesson", lesson.id())
                    .bind("language", language.tag())
                    .bind("anchor", passage.anchor())
                    .bind("code", passage.code())
                    .add();
        }
        batch.execute();
    }
}
