package dev.interleave.web.privacy;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.progress.Database;
import dev.interleave.web.report.ShownReports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Everything that the database has of one learner. A test holds the list of tables against the
 * database.
 *
 * <p>Threading: any thread may call anything.
 */
public final class LearnerData {

    /** What stands where the login of somebody stood who was deleted. */
    static final String DELETED = "(deleted)";

    /**
     * A column with the id of whose row it is.
     *
     * @param table name
     * @param column name
     */
    record Owned(String table, String column) {}

    /** In an order in which they can be deleted. */
    static final List<Owned> OWNED =
            List.of(
                    new Owned("run_part", "learner"),
                    new Owned("run", "learner"),
                    new Owned("draft", "learner"),
                    new Owned("draft_history", "learner"),
                    new Owned("progress", "learner"),
                    new Owned("attempt", "learner"),
                    new Owned("exercise_help", "learner"),
                    new Owned("own_cell", "learner"),
                    new Owned("comparison_run", "learner"),
                    new Owned("quiz_answer", "learner"),
                    new Owned("card_review", "learner"),
                    new Owned("note", "learner"),
                    new Owned("lti_score", "learner"),
                    new Owned("regraded", "learner"),
                    new Owned("grade_entry", "learner"),
                    new Owned("manual_grade", "learner"),
                    new Owned("rubric_mark", "learner"),
                    new Owned("code_comment", "learner"),
                    new Owned("class_hint", "learner"),
                    new Owned("hand_in", "learner"),
                    new Owned("extension", "account"),
                    new Owned("class_member", "account"),
                    new Owned("password_link", "account"),
                    new Owned("sign_in", "account"),
                    new Owned("identity", "account"),
                    new Owned("account", "id"),
                    new Owned("learner", "id"));

    /** Where else logins are: of who did something about others. */
    private static final List<Owned> LOGINS =
            List.of(
                    new Owned("audit", "actor"),
                    new Owned("manual_grade", "given_by"),
                    new Owned("grade_entry", "given_by"),
                    new Owned("code_comment", "given_by"),
                    new Owned("class_hint", "given_by"),
                    new Owned("regrading", "begun_by"),
                    new Owned("regrading", "ended_by"));

    /** They are worth something to a thief, and nothing to the learner. */
    private static final Set<String> SECRET = Set.of("password", "token");

    private final Database database;
    private final AuditLog audit;
    private final ShownReports reports;

    public LearnerData(Database database, AuditLog audit, ShownReports reports) {
        this.database = database;
        this.audit = audit;
        this.reports = reports;
    }

    /** All rows of a learner, by table; without what signs in. */
    public Map<String, List<Map<String, Object>>> of(String learner) {
        return database.read(
                db -> {
                    var found = new LinkedHashMap<String, List<Map<String, Object>>>();
                    for (var owned : OWNED.reversed()) {
                        found.put(owned.table(), rows(db, owned, learner));
                    }
                    return found;
                });
    }

    /** The same, without what the learner may not see: results, and what hidden tests look at. */
    public Map<String, List<Map<String, Object>>> forThemselves(String learner) {
        var closed = database.read(db -> new ClosedReports(db, reports, learner));
        return closed.without(database.read(HeldResults::new).without(of(learner)));
    }

    private static List<Map<String, Object>> rows(Handle db, Owned owned, String learner) {
        return db.createQuery(
                        "SELECT * FROM %s WHERE %s = :id".formatted(owned.table(), owned.column()))
                .bind("id", learner)
                .mapToMap()
                .map(LearnerData::withoutSecrets)
                .list();
    }

    private static Map<String, Object> withoutSecrets(Map<String, Object> row) {
        var kept = new LinkedHashMap<>(row);
        kept.keySet().removeAll(SECRET);
        return kept;
    }

    /** Deletes an account and all of its rows; of what it did to others the name goes. */
    public void delete(Account by, Account who) {
        database.write(
                db -> {
                    for (var owned : OWNED) {
                        db.createUpdate(
                                        "DELETE FROM %s WHERE %s = :id"
                                                .formatted(owned.table(), owned.column()))
                                .bind("id", who.id())
                                .execute();
                    }
                    for (var login : LOGINS) {
                        db.createUpdate(
                                        "UPDATE %1$s SET %2$s = :deleted WHERE %2$s = :login"
                                                .formatted(login.table(), login.column()))
                                .bindMap(Map.of("deleted", DELETED, "login", who.login()))
                                .execute();
                    }
                    forgetInLog(db, who);
                    return audit.note(db, by, "deleted an account and all that belonged to it");
                });
    }

    private static void forgetInLog(Handle db, Account who) {
        var letter = "[\\p{L}\\p{N}._@+-]";
        var login =
                Pattern.compile(
                        "(?<!%1$s)%2$s(?!%1$s)".formatted(letter, Pattern.quote(who.login())));
        Map<Long, String> entries =
                db.createQuery("SELECT number, what FROM audit")
                        .reduceRows(
                                new LinkedHashMap<>(),
                                (found, row) -> {
                                    found.put(
                                            row.getColumn("number", Long.class),
                                            row.getColumn("what", String.class));
                                    return found;
                                });
        entries.forEach(
                (number, what) -> {
                    var kept = login.matcher(what).replaceAll(DELETED);
                    if (!kept.equals(what)) {
                        db.createUpdate("UPDATE audit SET what = :what WHERE number = :number")
                                .bindMap(Map.of("what", kept, "number", number))
                                .execute();
                    }
                });
    }
}
