package dev.interleave.web.lti;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.Role;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.progress.Database;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which class belongs to which course of a platform.
 *
 * <p>Threading: any thread may call anything.
 */
final class LtiClasses {

    private static final String LINKED =
            "SELECT lti_platform.*, lti_context.class AS class_id, context, members_url,"
                    + " line_items_url FROM lti_context JOIN lti_platform ON lti_platform.id ="
                    + " platform";

    private final Database database;
    private final Classes classes;

    LtiClasses(Database database, Classes classes) {
        this.database = database;
        this.classes = classes;
    }

    /**
     * Where somebody arrives.
     *
     * @param archived whether nothing changes in the class any more
     * @param member whether they are in it
     */
    record Arrived(String classId, boolean archived, boolean member) {}

    /**
     * Brings somebody into the class of a course, as what the platform says that they are there.
     * The first instructor who comes makes it. An archived class stays as it is.
     *
     * @return empty if no instructor was here yet
     */
    synchronized Optional<Arrived> enter(Launch launch, Account account) {
        var found = find(launch);
        if (found.isEmpty() && launch.role() == Role.INSTRUCTOR) {
            found = Optional.of(create(launch, account));
        }
        return found.map(id -> database.write(db -> enter(db, id, launch, account)));
    }

    private Arrived enter(Handle db, String id, Launch launch, Account account) {
        if (isArchived(db, id)) {
            return new Arrived(id, true, classes.roleIn(db, account.id(), id).isPresent());
        }
        classes.enter(db, id, account.id(), launch.role(), "");
        classes.follow(db, id, account, launch.role());
        noteServices(db, id, launch);
        return new Arrived(id, false, true);
    }

    private static boolean isArchived(Handle db, String classId) {
        return db.createQuery("SELECT archived_at IS NOT NULL FROM class WHERE id = :class")
                .bind("class", classId)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * A class of a platform's course.
     *
     * @param context id of the course there
     * @param members where the platform tells who is in it, or null
     * @param lineItems where the platform has the columns of its gradebook, or null
     */
    record Linked(String classId, Platform platform, String context, URI members, URI lineItems) {}

    /** What a class is there; empty if it is of no platform. */
    Optional<Linked> linked(String classId) {
        return database.read(
                db ->
                        db.createQuery(LINKED + " WHERE lti_context.class = :class")
                                .bind("class", classId)
                                .map((row, _) -> linked(row))
                                .findOne());
    }

    /** Those whose platforms take points. */
    List<Linked> takingPoints() {
        return database.read(
                db ->
                        db.createQuery(
                                        LINKED
                                                + " JOIN class ON class.id = lti_context.class"
                                                + " WHERE class.archived_at IS NULL AND"
                                                + " (line_items_url IS NOT NULL OR EXISTS (SELECT 1"
                                                + " FROM lti_line_item i WHERE i.class ="
                                                + " lti_context.class))")
                                .map((row, _) -> linked(row))
                                .list());
    }

    private static Linked linked(ResultSet row) throws SQLException {
        return new Linked(
                row.getString("class_id"),
                Platforms.read(row),
                row.getString("context"),
                address(row.getString("members_url")),
                address(row.getString("line_items_url")));
    }

    private static URI address(String kept) {
        return kept == null ? null : URI.create(kept);
    }

    private static int noteServices(Handle db, String classId, Launch launch) {
        if (launch.lineItem() != null && launch.exercise() != null) {
            ScoreQueue.keepLineItem(db, classId, launch.exercise(), launch.lineItem().toString());
        }
        return db.createUpdate(
                        "UPDATE lti_context SET members_url = COALESCE(:members, members_url),"
                                + " line_items_url = COALESCE(:items, line_items_url) WHERE class ="
                                + " :class")
                .bind("members", Objects.toString(launch.members(), null))
                .bind("items", Objects.toString(launch.lineItems(), null))
                .bind("class", classId)
                .execute();
    }

    private Optional<String> find(Launch launch) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT class FROM lti_context WHERE platform = :platform"
                                                + " AND context = :context")
                                .bindMap(
                                        Map.of(
                                                "platform",
                                                launch.platform().id(),
                                                "context",
                                                launch.context()))
                                .mapTo(String.class)
                                .findOne());
    }

    private String create(Launch launch, Account account) {
        var id = classes.create(account, launch.title(), ZoneOffset.UTC);
        database.write(
                db ->
                        db.createUpdate(
                                        "INSERT INTO lti_context (platform, context, class) VALUES"
                                                + " (:platform, :context, :class)")
                                .bind("platform", launch.platform().id())
                                .bind("context", launch.context())
                                .bind("class", id)
                                .execute());
        return id;
    }
}
