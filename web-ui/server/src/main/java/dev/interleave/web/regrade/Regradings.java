package dev.interleave.web.regrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.grading.JobQueue;
import dev.interleave.web.handin.GradeHistory;
import dev.interleave.web.handin.GradeHistory.What;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.progress.Database;
import dev.interleave.web.regrade.Regrading.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The regradings of all classes. Applying one and undoing it change all its hand-ins at once or
 * none; points that were given by hand are elsewhere and never touched.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Regradings implements JobQueue<Regradings.Job> {

    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final GradeHistory history;
    private final Tokens tokens = new Tokens();
    private final JsonMapper json = new JsonMapper();

    public Regradings(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.history = new GradeHistory(database, clock);
    }

    /** A hand-in whose turn to be graded again has come. */
    public record Job(
            String regrading,
            String exercise,
            String learner,
            long number,
            Map<String, String> files)
            implements JobQueue.Job {}

    /** What became of the wish to grade again. */
    enum Begun {
        BEGUN,
        /** Another one waits for a decision. */
        UNDECIDED,
        /** Nothing of theirs is graded. */
        NOTHING
    }

    /** Queues everything that some learners handed in for an exercise and that is graded. */
    Begun begin(Account by, String classId, String exercise, Whose whose) {
        return database.write(
                db -> {
                    var open =
                            db.createQuery(
                                            "SELECT COUNT(*) FROM regrading WHERE class = :class"
                                                    + " AND exercise = :exercise AND state ="
                                                    + " 'graded'")
                                    .bindMap(Map.of("class", classId, "exercise", exercise))
                                    .mapTo(Integer.class)
                                    .one();
                    if (open > 0) {
                        return Begun.UNDECIDED;
                    }
                    var id = tokens.id();
                    db.createUpdate(
                                    "INSERT INTO regrading (id, class, exercise, state, whose,"
                                            + " begun_by, begun_at) VALUES (:id, :class, :exercise,"
                                            + " 'graded', :whose, :by, :now)")
                            .bind("whose", whose.words())
                            .bindMap(Map.of("id", id, "class", classId, "exercise", exercise))
                            .bind("by", by.login())
                            .bind("now", clock.millis())
                            .execute();
                    var queued = 0;
                    for (var learner : whose.learners()) {
                        queued += queue(db, id, classId, exercise, learner);
                    }
                    if (queued == 0) {
                        db.rollback();
                        return Begun.NOTHING;
                    }
                    audit.note(
                            db, by, "had %s graded again in class %s".formatted(exercise, classId));
                    return Begun.BEGUN;
                });
    }

    private static int queue(
            Handle db, String id, String classId, String exercise, String learner) {
        return db.createUpdate(
                        "INSERT INTO regraded (regrading, learner, number, state, old_verdict,"
                            + " old_score, old_max, old_report, old_tests) SELECT :id, learner,"
                            + " number, 'queued', verdict, score, max, report, tests FROM hand_in"
                            + " WHERE class = :class AND exercise = :exercise AND learner ="
                            + " :learner AND state = 'done'")
                .bindMap(Map.of("id", id, "class", classId, "exercise", exercise))
                .bind("learner", learner)
                .execute();
    }

    /** Takes one that waits, to be graded by who asks. */
    @Override
    public Optional<Job> next() {
        return database.write(
                db -> {
                    var next =
                            db.createQuery(
                                            "SELECT regrading, regrading.exercise AS exercise,"
                                                + " regraded.learner AS learner, regraded.number AS"
                                                + " number, files FROM regraded JOIN regrading ON"
                                                + " regrading.id = regraded.regrading JOIN hand_in"
                                                + " ON hand_in.class = regrading.class AND"
                                                + " hand_in.exercise = regrading.exercise AND"
                                                + " hand_in.learner = regraded.learner AND"
                                                + " hand_in.number = regraded.number WHERE"
                                                + " regraded.state = 'queued' AND regrading.state ="
                                                + " 'graded' LIMIT 1")
                                    .map((row, _) -> job(row))
                                    .findOne();
                    next.ifPresent(job -> set(db, job, "state = 'grading'", Map.of()));
                    return next;
                });
    }

    /** Stores what came out; nothing of the class changes. */
    @Override
    public void done(Job job, Grade grade) {
        var values =
                new HashMap<String, Object>(
                        Map.of(
                                "verdict", grade.verdict(),
                                "score", grade.score(),
                                "max", grade.max(),
                                "report", write(grade)));
        values.put("tests", grade.testsVersion());
        database.write(
                db ->
                        set(
                                db,
                                job,
                                "state = 'done', new_verdict = :verdict, new_score = :score,"
                                        + " new_max = :max, new_report = :report, new_tests ="
                                        + " :tests",
                                values));
    }

    /** Stores why it could not be graded again: it keeps what it has. */
    @Override
    public void impossible(Job job, String reason) {
        database.write(
                db ->
                        set(
                                db,
                                job,
                                "state = 'impossible', message = :reason",
                                Map.of("reason", reason)));
    }

    /** Lets wait what the last server did not get done. */
    @Override
    public void requeueUnfinished() {
        database.write(
                db ->
                        db.createUpdate(
                                        "UPDATE regraded SET state = 'queued' WHERE state ="
                                                + " 'grading'")
                                .execute());
    }

    /** Gives every hand-in what came out; false if that is not what is to be done. */
    boolean apply(Account by, Regrading regrading) {
        return change(by, regrading, "graded", "applied", "new", What.REGRADED);
    }

    /**
     * Gives every hand-in what it had; false if that is not what is to be done, as when a later
     * regrading builds on it.
     */
    boolean undo(Account by, Regrading regrading) {
        return change(by, regrading, "applied", "undone", "old", What.UNDONE);
    }

    /** Leaves every hand-in as it is; false if it was decided otherwise. */
    boolean drop(Account by, Regrading regrading) {
        return database.write(db -> decide(db, by, regrading, "graded", "dropped"));
    }

    private boolean change(
            Account by, Regrading regrading, String from, String to, String which, What what) {
        return database.write(
                db -> {
                    if (!decide(db, by, regrading, from, to)) {
                        return false;
                    }
                    db.createUpdate(
                                    ("UPDATE hand_in SET verdict = r.WHICH_verdict, score ="
                                         + " r.WHICH_score, max = r.WHICH_max, report ="
                                         + " r.WHICH_report, tests = r.WHICH_tests FROM regraded r"
                                         + " WHERE r.regrading = :id AND r.state = 'done' AND"
                                         + " hand_in.class = :class AND hand_in.exercise ="
                                         + " :exercise AND hand_in.learner = r.learner AND"
                                         + " hand_in.number = r.number")
                                            .replace("WHICH", which))
                            .bind("id", regrading.id())
                            .bind("class", regrading.classId())
                            .bind("exercise", regrading.exercise())
                            .execute();
                    remember(db, by, regrading, which, what);
                    return true;
                });
    }

    private void remember(Handle db, Account by, Regrading regrading, String which, What what) {
        db.createQuery(
                        "SELECT learner, number, %s_report AS report FROM regraded WHERE regrading = :id AND state = 'done' ORDER BY learner, number"
                                .formatted(which))
                .bind("id", regrading.id())
                .map(
                        (row, _) ->
                                new Had(
                                        row.getString("learner"),
                                        row.getLong("number"),
                                        grade(row.getString("report"))))
                .list()
                .forEach(
                        each ->
                                history.graded(
                                        db,
                                        new HandInKey(
                                                regrading.classId(),
                                                regrading.exercise(),
                                                each.learner()),
                                        each.number(),
                                        what,
                                        by.login(),
                                        each.grade()));
    }

    private record Had(String learner, long number, Grade grade) {}

    private boolean decide(Handle db, Account by, Regrading regrading, String from, String to) {
        var decided =
                db.createUpdate(
                                        "UPDATE regrading SET state = :to, ended_by = :by, ended_at"
                                            + " = :now WHERE id = :id AND state = :from AND (state"
                                            + " <> 'graded' OR :to = 'dropped' OR NOT EXISTS"
                                            + " (SELECT 1 FROM regraded WHERE regrading = :id AND"
                                            + " state IN ('queued', 'grading'))) AND (:to <>"
                                            + " 'undone' OR NOT EXISTS (SELECT 1 FROM regrading"
                                            + " later WHERE later.class = regrading.class AND"
                                            + " later.exercise = regrading.exercise AND later.id <>"
                                            + " regrading.id AND later.begun_at >="
                                            + " regrading.begun_at AND later.state IN ('graded',"
                                            + " 'applied')))")
                                .bindMap(Map.of("id", regrading.id(), "from", from, "to", to))
                                .bind("by", by.login())
                                .bind("now", clock.millis())
                                .execute()
                        == 1;
        if (decided) {
            audit.note(
                    db,
                    by,
                    "%s what grading %s again gave in class %s"
                            .formatted(to, regrading.exercise(), regrading.classId()));
        }
        return decided;
    }

    /** The regradings of a class's exercise, newest first. */
    List<Regrading> of(String classId, String exercise) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT * FROM regrading WHERE class = :class AND exercise"
                                                + " = :exercise ORDER BY begun_at DESC, id")
                                .bindMap(Map.of("class", classId, "exercise", exercise))
                                .map((row, _) -> read(db, row))
                                .list());
    }

    private Regrading read(Handle db, ResultSet row) throws SQLException {
        var id = row.getString("id");
        return new Regrading(
                id,
                row.getString("class"),
                row.getString("exercise"),
                Regrading.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("whose"),
                row.getString("begun_by"),
                Instant.ofEpochMilli(row.getLong("begun_at")),
                db.createQuery(
                                "SELECT regraded.*, name FROM regraded JOIN account ON account.id ="
                                        + " learner WHERE regrading = :id ORDER BY name, number")
                        .bind("id", id)
                        .map((item, _) -> item(item))
                        .list());
    }

    private Item item(ResultSet row) throws SQLException {
        var graded = row.getObject("new_score") != null;
        var changed = graded && row.getDouble("new_score") != row.getDouble("old_score");
        return new Item(
                row.getString("learner"),
                row.getString("name"),
                row.getLong("number"),
                List.of("done", "impossible").contains(row.getString("state")),
                row.getString("old_verdict"),
                row.getDouble("old_score"),
                row.getString("old_tests"),
                row.getString("new_verdict"),
                graded ? row.getDouble("new_score") : null,
                row.getString("new_tests"),
                row.getString("message"),
                changed
                        ? Differences.of(
                                grade(row.getString("old_report")),
                                grade(row.getString("new_report")))
                        : List.of());
    }

    private static int set(Handle db, Job job, String change, Map<String, ?> values) {
        return db.createUpdate(
                        "UPDATE regraded SET "
                                + change
                                + " WHERE regrading = :regrading AND learner = :learner AND number"
                                + " = :number")
                .bindMap(values)
                .bind("regrading", job.regrading())
                .bind("learner", job.learner())
                .bind("number", job.number())
                .execute();
    }

    private Job job(ResultSet row) throws SQLException {
        try {
            return new Job(
                    row.getString("regrading"),
                    row.getString("exercise"),
                    row.getString("learner"),
                    row.getLong("number"),
                    json.readValue(row.getString("files"), FILES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Files of a hand-in are JSON", e);
        }
    }

    private Grade grade(String report) {
        try {
            return json.readValue(report, Grade.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reports are grades", e);
        }
    }

    private String write(Grade grade) {
        try {
            return json.writeValueAsString(grade);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records can be written as JSON", e);
        }
    }
}
