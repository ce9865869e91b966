package dev.interleave.web.progress;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What learners noted on paragraphs of lessons.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Notes {

    private static final String COLUMNS =
            "SELECT lesson, paragraph, beginning, text, revision, changed_at FROM note WHERE"
                    + " learner = :learner";

    private static final RowMapper<Note> NOTE =
            (row, _) ->
                    new Note(
                            row.getString("lesson"),
                            row.getString("paragraph"),
                            row.getString("beginning"),
                            row.getString("text"),
                            row.getLong("revision"),
                            row.getLong("changed_at"));

    private final Database database;
    private final Clock clock;

    public Notes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A note.
     *
     * @param paragraph the page's name for it
     * @param beginning of the paragraph's text when the note was written
     * @param revision counts the changes, from 1; 0 is a note that is not there
     * @param changedAt milliseconds since 1970
     */
    public record Note(
            String lesson,
            String paragraph,
            String beginning,
            String text,
            long revision,
            long changedAt) {}

    /** What became of a change. */
    public sealed interface Change {

        /** It is stored. */
        record Stored(long revision) implements Change {}

        /** It was made from an older text; {@code current} is what is stored. */
        record Conflict(Note current) implements Change {}

        /** There are as many notes as there may be in a lesson. */
        record TooMany() implements Change {}
    }

    /** Those of a learner in a lesson. */
    public List<Note> in(String learner, String lesson) {
        return database.read(
                db ->
                        db.createQuery(COLUMNS + " AND lesson = :lesson ORDER BY changed_at")
                                .bind("learner", learner)
                                .bind("lesson", lesson)
                                .map(NOTE)
                                .list());
    }

    /** All of a learner, those of a lesson together, the oldest first. */
    public List<Note> of(String learner) {
        return database.read(
                db ->
                        db.createQuery(COLUMNS + " ORDER BY lesson, changed_at")
                                .bind("learner", learner)
                                .map(NOTE)
                                .list());
    }

    /** Those of a learner that have all of these words, the newest first. */
    public List<Note> find(String learner, List<String> words, int most) {
        var all =
                IntStream.range(0, words.size())
                        .mapToObj(i -> " AND LOWER(text) LIKE :word" + i + " ESCAPE '!'")
                        .collect(Collectors.joining());
        return database.read(
                db -> {
                    var query =
                            db.createQuery(COLUMNS + all + " ORDER BY changed_at DESC LIMIT :most")
                                    .bind("learner", learner)
                                    .bind("most", most);
                    for (int i = 0; i < words.size(); i++) {
                        query.bind("word" + i, pattern(words.get(i)));
                    }
                    return query.map(NOTE).list();
                });
    }

    private static String pattern(String word) {
        var plain = word.toLowerCase(Locale.ROOT);
        return "%" + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /**
     * Stores a note in the place of the one before; an empty text removes it.
     *
     * @param note whose revision is the one that its text was made from
     * @param most notes in a lesson
     */
    public Change save(String learner, Note note, int most) {
        return database.write(
                db -> {
                    var current = one(db, learner, note);
                    long revision = current.map(Note::revision).orElse(0L);
                    if (revision != note.revision()) {
                        return new Change.Conflict(current.orElse(absent(note)));
                    }
                    if (note.text().isEmpty()) {
                        remove(db, learner, note);
                        return new Change.Stored(0);
                    }
                    if (current.isEmpty() && count(db, learner, note.lesson()) >= most) {
                        return new Change.TooMany();
                    }
                    store(db, learner, note, revision + 1);
                    return new Change.Stored(revision + 1);
                });
    }

    private static Note absent(Note note) {
        return new Note(note.lesson(), note.paragraph(), note.beginning(), "", 0, 0);
    }

    private static Optional<Note> one(Handle db, String learner, Note note) {
        return db.createQuery(COLUMNS + " AND lesson = :lesson AND paragraph = :paragraph")
                .bind("learner", learner)
                .bind("lesson", note.lesson())
                .bind("paragraph", note.paragraph())
                .map(NOTE)
                .findOne();
    }

    private static long count(Handle db, String learner, String lesson) {
        return db.createQuery(
                        "SELECT COUNT(*) FROM note WHERE learner = :learner AND lesson = :lesson")
                .bind("learner", learner)
                .bind("lesson", lesson)
                .mapTo(Long.class)
                .one();
    }

    private static void remove(Handle db, String learner, Note note) {
        db.createUpdate(
                        "DELETE FROM note WHERE learner = :learner AND lesson = :lesson AND"
                                + " paragraph = :paragraph")
                .bind("learner", learner)
                .bind("lesson", note.lesson())
                .bind("paragraph", note.paragraph())
                .execute();
    }

    private void store(Handle db, String learner, Note note, long revision) {
        db.createUpdate(
                        "INSERT INTO note (learner, lesson, paragraph, beginning, text, revision,"
                                + " changed_at) VALUES (:learner, :lesson, :paragraph, :beginning,"
                                + " :text, :revision, :now) ON CONFLICT (learner, lesson,"
                                + " paragraph) DO UPDATE SET beginning = :beginning, text = :text,"
                                + " revision = :revision, changed_at = :now")
                .bind("learner", learner)
                .bind("lesson", note.lesson())
                .bind("paragraph", note.paragraph())
                .bind("beginning", note.beginning())
                .bind("text", note.text())
                .bind("revision", revision)
                .bind("now", clock.millis())
                .execute();
    }
}
