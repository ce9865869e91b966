package dev.interleave.web.classroom;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.course.Course;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.progress.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lessons that classes are to read. All others can be read as well: they count for nothing.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ClassLessons {

    private final Database database;
    private final AuditLog audit;
    private final CourseLibrary library;

    ClassLessons(Database database, AuditLog audit, CourseLibrary library) {
        this.database = database;
        this.audit = audit;
        this.library = library;
    }

    /**
     * A lesson of a class.
     *
     * @param releaseAt from when on learners are told of it, or null
     * @param dueAt until when it is to be read, or null
     * @param done whether who asks has run all of its cells
     * @param doneBy how many learners of the class have
     */
    public record Planned(
            String lesson,
            String title,
            Instant releaseAt,
            Instant dueAt,
            boolean done,
            int doneBy) {

        boolean released(Instant now) {
            return releaseAt == null || !releaseAt.isAfter(now);
        }
    }

    /** All that can be chosen, in the order of the course. */
    public List<Course.Entry> all() {
        return library.course().written();
    }

    /** Those of a class in the order of the course, as somebody sees them. */
    List<Planned> of(String classId, String account) {
        var found = new HashMap<String, Planned>();
        database.read(
                db ->
                        db.createQuery(
                                        "SELECT lesson, release_at, due_at, EXISTS (SELECT 1 FROM"
                                            + " progress p WHERE p.learner = :account AND p.lesson"
                                            + " = l.lesson AND p.done_at IS NOT NULL) AS done,"
                                            + " (SELECT COUNT(*) FROM progress p JOIN class_member"
                                            + " m ON m.account = p.learner WHERE m.class = l.class"
                                            + " AND m.role = 'learner' AND p.lesson = l.lesson AND"
                                            + " p.done_at IS NOT NULL) AS done_by FROM class_lesson"
                                            + " l WHERE class = :class")
                                .bindMap(Map.of("class", classId, "account", account))
                                .map((row, _) -> found.put(row.getString("lesson"), read(row)))
                                .list());
        return all().stream()
                .filter(each -> found.containsKey(each.id()))
                .map(each -> titled(found.get(each.id()), each.title()))
                .toList();
    }

    private static Planned read(ResultSet row) throws SQLException {
        return new Planned(
                row.getString("lesson"),
                "",
                time(row, "release_at"),
                time(row, "due_at"),
                row.getInt("done") == 1,
                row.getInt("done_by"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }

    private static Planned titled(Planned planned, String title) {
        return new Planned(
                planned.lesson(),
                title,
                planned.releaseAt(),
                planned.dueAt(),
                planned.done(),
                planned.doneBy());
    }

    /**
     * Lets a class read a lesson, or changes from when and until when.
     *
     * @param releaseAt or null
     * @param dueAt or null
     */
    void choose(Account by, String classId, String lesson, Instant releaseAt, Instant dueAt) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "INSERT INTO class_lesson (class, lesson, release_at, due_at)"
                                            + " VALUES (:class, :lesson, :release, :due) ON"
                                            + " CONFLICT (class, lesson) DO UPDATE SET release_at"
                                            + " = :release, due_at = :due")
                            .bindMap(Map.of("class", classId, "lesson", lesson))
                            .bind("release", releaseAt == null ? null : releaseAt.toEpochMilli())
                            .bind("due", dueAt == null ? null : dueAt.toEpochMilli())
                            .execute();
                    return audit.note(
                            db, by, "chose lesson %s for class %s".formatted(lesson, classId));
                });
    }

    void drop(Account by, String classId, String lesson) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "DELETE FROM class_lesson WHERE class = :class AND lesson ="
                                            + " :lesson")
                            .bindMap(Map.of("class", classId, "lesson", lesson))
                            .execute();
                    return audit.note(
                            db, by, "took lesson %s from class %s".formatted(lesson, classId));
                });
    }
}
