package dev.interleave.web.classroom;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.Memberships;
import dev.interleave.web.account.Role;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.progress.Database;
import dev.interleave.web.report.HiddenTests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The classes of this server and who is in them.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Classes implements Memberships {

    static final int LONGEST_NAME = 100;

    private static final int CODE_LETTERS = 10;
    private static final String SELECT =
            "SELECT class.*, (SELECT COUNT(*) FROM class_member WHERE class = class.id AND role ="
                    + " 'learner') AS learners, (SELECT lti_platform.name FROM lti_context JOIN"
                    + " lti_platform ON lti_platform.id = platform WHERE class = class.id) AS"
                    + " platform, ";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    public Classes(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Role> roleIn(String account, String classId) {
        return database.read(db -> roleIn(db, account, classId));
    }

    /** The same among other statements. */
    public Optional<Role> roleIn(Handle db, String account, String classId) {
        return db.createQuery(
                        "SELECT role FROM class_member WHERE class = :class AND account ="
                                + " :account")
                .bindMap(Map.of("class", classId, "account", account))
                .mapTo(String.class)
                .findOne()
                .flatMap(Role::of);
    }

    @Override
    public Optional<Role> roleOver(String account, String learner) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT staff.role FROM class_member staff JOIN"
                                                + " class_member other ON other.class = staff.class"
                                                + " WHERE staff.account = :account AND"
                                                + " staff.role <> :role AND other.account ="
                                                + " :learner AND other.role = :role LIMIT 1")
                                .bindMap(Map.of("account", account, "learner", learner))
                                .bind("role", Role.LEARNER.code())
                                .mapTo(String.class)
                                .findOne()
                                .flatMap(Role::of));
    }

    /** Makes a class that somebody teaches, and returns its id. */
    public String create(Account instructor, String name, ZoneId zone) {
        var id = tokens.id();
        database.write(
                db -> {
                    db.createUpdate(
                                    "INSERT INTO class (id, name, join_code, zone, created_at)"
                                            + " VALUES (:id, :name, :code, :zone, :now)")
                            .bindMap(Map.of("id", id, "name", name.strip(), "code", code()))
                            .bind("zone", zone.getId())
                            .bind("now", clock.millis())
                            .execute();
                    enter(db, id, instructor.id(), Role.INSTRUCTOR, "");
                    return audit.note(db, instructor, "made the class " + name.strip());
                });
        return id;
    }

    /** Everything that somebody is in, newest first; an admin is in every class. */
    List<Classroom> of(Account account) {
        var admin = account.role() == Role.ADMIN;
        return database.read(
                db ->
                        db.createQuery(
                                        SELECT
                                                + "COALESCE(role, 'instructor') AS role FROM class"
                                                + " LEFT JOIN class_member ON class ="
                                                + " class.id AND account = :account WHERE role IS"
                                                + " NOT NULL OR :admin ORDER BY archived_at IS NOT"
                                                + " NULL, created_at DESC")
                                .bind("account", account.id())
                                .bind("admin", admin)
                                .map((row, _) -> read(row))
                                .list());
    }

    /** One of those. */
    public Optional<Classroom> of(Account account, String id) {
        return of(account).stream().filter(found -> found.id().equals(id)).findFirst();
    }

    /** Lets a learner into the class with this code; empty if there is none, or it is archived. */
    Optional<String> join(Account account, String code) {
        return database.write(
                db -> {
                    var found =
                            db.createQuery(
                                            "SELECT id FROM class WHERE join_code = :code AND"
                                                    + " archived_at IS NULL")
                                    .bind("code", code.strip().toLowerCase(Locale.ROOT))
                                    .mapTo(String.class)
                                    .findOne();
                    found.ifPresent(id -> enter(db, id, account.id(), Role.LEARNER, ""));
                    return found;
                });
    }

    /** Puts somebody into a class who is not in it; a section replaces the one before. */
    public void enter(Handle db, String classId, String account, Role role, String section) {
        db.createUpdate(
                        "INSERT INTO class_member (class, account, role, section, joined_at) VALUES"
                                + " (:class, :account, :role, :section, :now) ON CONFLICT (class,"
                                + " account) DO UPDATE SET section = CASE WHEN :section = '' THEN"
                                + " class_member.section ELSE :section END")
                .bindMap(Map.of("class", classId, "account", account, "section", section))
                .bind("role", role.code())
                .bind("now", clock.millis())
                .execute();
    }

    /** Gives somebody in a class the role that another system says they have. */
    public void follow(Handle db, String classId, Account account, Role role) {
        var changed =
                db.createUpdate(
                                "UPDATE class_member SET role = :role WHERE class = :class AND"
                                        + " account = :account AND role <> :role")
                        .bindMap(Map.of("class", classId, "account", account.id()))
                        .bind("role", role.code())
                        .execute();
        if (changed == 1) {
            audit.note(
                    db,
                    account,
                    "became %s of class %s, as their platform says"
                            .formatted(role.code(), classId));
        }
    }

    /** Everybody in a class, in the order of their names. */
    public List<Member> members(String classId) {
        return database.read(db -> members(db, classId));
    }

    /** The same among other statements. */
    List<Member> members(Handle db, String classId) {
        return db.createQuery(
                        "SELECT id, login, name, class_member.role AS role, section, password,"
                                + " external FROM class_member JOIN account ON id = account WHERE"
                                + " class = :class ORDER BY name, login")
                .bind("class", classId)
                .map((row, _) -> member(row))
                .list();
    }

    /** Takes somebody out of a class; what they handed in stays. */
    public void leave(Handle db, String classId, String account) {
        db.createUpdate("DELETE FROM class_member WHERE class = :class AND account = :account")
                .bindMap(Map.of("class", classId, "account", account))
                .execute();
    }

    void remove(Account by, String classId, Member member) {
        database.write(
                db -> {
                    leave(db, classId, member.account());
                    return audit.note(
                            db, by, "took %s out of class %s".formatted(member.login(), classId));
                });
    }

    /** Gives somebody in a class a role. */
    public void setRole(Handle db, String classId, String account, Role role) {
        db.createUpdate(
                        "UPDATE class_member SET role = :role WHERE class = :class AND account ="
                                + " :account")
                .bindMap(Map.of("class", classId, "account", account))
                .bind("role", role.code())
                .execute();
    }

    void setRole(Account by, String classId, Member member, Role role) {
        database.write(
                db -> {
                    setRole(db, classId, member.account(), role);
                    return audit.note(
                            db,
                            by,
                            "made %s %s of class %s"
                                    .formatted(member.login(), role.code(), classId));
                });
    }

    void change(
            Account by,
            String classId,
            String name,
            ZoneId zone,
            int keepDays,
            HiddenTests hiddenTests) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "UPDATE class SET name = :name, zone = :zone, keep_days ="
                                            + " :days, hidden_tests = :hidden WHERE id = :id")
                            .bindMap(Map.of("id", classId, "name", name.strip()))
                            .bind("zone", zone.getId())
                            .bind("days", keepDays)
                            .bind("hidden", hiddenTests.code())
                            .execute();
                    return audit.note(
                            db,
                            by,
                            ("changed class %s to \"%s\", in the time of %s, kept for %d days,"
                                            + " hidden tests shown: %s")
                                    .formatted(
                                            classId,
                                            name.strip(),
                                            zone,
                                            keepDays,
                                            hiddenTests.code()));
                });
    }

    void setArchived(Account by, String classId, boolean archived) {
        database.write(
                db -> {
                    db.createUpdate("UPDATE class SET archived_at = :at WHERE id = :id")
                            .bind("at", archived ? clock.millis() : null)
                            .bind("id", classId)
                            .execute();
                    return audit.note(
                            db, by, (archived ? "archived" : "reopened") + " class " + classId);
                });
    }

    private String code() {
        return tokens.id().substring(0, CODE_LETTERS);
    }

    private static Classroom read(ResultSet row) throws SQLException {
        return new Classroom(
                row.getString("id"),
                row.getString("name"),
                row.getString("join_code"),
                row.getObject("archived_at") != null,
                ZoneId.of(row.getString("zone")),
                row.getInt("keep_days"),
                HiddenTests.of(row.getString("hidden_tests")).orElseThrow(),
                Role.of(row.getString("role")).orElseThrow(),
                row.getInt("learners"),
                row.getString("platform"));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("id"),
                row.getString("login"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("section"),
                row.getString("password") == null && row.getInt("external") == 0);
    }
}
