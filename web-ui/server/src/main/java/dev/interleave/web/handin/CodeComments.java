package dev.interleave.web.handin;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What people wrote to lines of what was handed in.
 *
 * <p>Threading: any thread may call anything.
 */
public final class CodeComments {

    private static final String OF_KEY =
            " WHERE class = :class AND exercise = :exercise AND learner = :learner";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    public CodeComments(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** By number of the attempt, in the order of the lines. */
    Map<Long, List<CodeComment>> of(HandInKey key) {
        return database.read(
                db -> {
                    var found = new HashMap<Long, List<CodeComment>>();
                    db.createQuery("SELECT * FROM code_comment" + OF_KEY + " ORDER BY file, line")
                            .bindMap(key.columns())
                            .map(
                                    (row, _) ->
                                            found.computeIfAbsent(
                                                            row.getLong("attempt"),
                                                            _ -> new ArrayList<>())
                                                    .add(
                                                            new CodeComment(
                                                                    row.getString("file"),
                                                                    row.getInt("line"),
                                                                    row.getString("words"),
                                                                    row.getString("given_by"))))
                            .list();
                    return found;
                });
    }

    /** Writes to a line, in the place of what was there; no words take that back. */
    public void write(Account by, HandInKey key, long attempt, CodeComment comment) {
        database.write(
                db -> {
                    delete(db, key, attempt, comment);
                    if (!comment.words().isEmpty()) {
                        insert(db, by, key, attempt, comment);
                    }
                    return audit.note(
                            db,
                            by,
                            "wrote to line %d of %s, attempt %d of account %s at %s"
                                    .formatted(
                                            comment.line(),
                                            comment.file(),
                                            attempt,
                                            key.learner(),
                                            key.exercise()));
                });
    }

    private static void delete(Handle db, HandInKey key, long attempt, CodeComment comment) {
        db.createUpdate(
                        "DELETE FROM code_comment"
                                + OF_KEY
                                + " AND attempt = :attempt AND file = :file AND line = :line")
                .bindMap(key.columns())
                .bind("attempt", attempt)
                .bind("file", comment.file())
                .bind("line", comment.line())
                .execute();
    }

    private void insert(Handle db, Account by, HandInKey key, long attempt, CodeComment comment) {
        db.createUpdate(
                        "INSERT INTO code_comment (class, exercise, learner, attempt, file, line,"
                                + " words, given_by, given_at) VALUES (:class, :exercise,"
                                + " :learner, :attempt, :file, :line, :words, :by, :now)")
                .bindMap(key.columns())
                .bind("attempt", attempt)
                .bind("file", comment.file())
                .bind("line", comment.line())
                .bind("words", comment.words())
                .bind("by", by.login())
                .bind("now", clock.millis())
                .execute();
    }
}
