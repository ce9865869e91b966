package dev.interleave.web.lti;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.Role;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.progress.Database;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which class belongs to which course of a platform.
 *
 * <p>Threading: any thread may call anything.
 */
final class LtiClasses {

    private final Database database;
    private final Classes classes;

    LtiClasses(Database database, Classes classes) {
        this.database = database;
        this.classes = classes;
    }

    /**
     * The class in which somebody arrives, as what the platform says that they are there. The first
     * instructor who comes makes it.
     *
     * @return empty if no instructor was here yet
     */
    synchronized Optional<String> enter(Launch launch, Account account) {
        var found = find(launch);
        if (found.isEmpty() && launch.role() == Role.INSTRUCTOR) {
            found = Optional.of(create(launch, account));
        }
        found.ifPresent(
                id ->
                        database.write(
                                db -> {
                                    classes.enter(db, id, account.id(), launch.role(), "");
                                    classes.follow(db, id, account, launch.role());
                                    return noteServices(db, id, launch);
                                }));
        return found;
    }

    /**
     * A class of a platform's course.
     *
     * @param context id of the course there
     * @param members where the platform tells who is in it, or null
     */
    record Linked(String classId, Platform platform, String context, URI members) {}

    /** What a class is there; empty if it is of no platform. */
    Optional<Linked> linked(String classId) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT lti_platform.*, context, members_url FROM"
                                                + " lti_context JOIN lti_platform ON id = platform"
                                                + " WHERE class = :class")
                                .bind("class", classId)
                                .map((row, _) -> linked(classId, row))
                                .findOne());
    }

    private static Linked linked(String classId, ResultSet row) throws SQLException {
        var members = row.getString("members_url");
        return new Linked(
                classId,
                Platforms.read(row),
                row.getString("context"),
                members == null ? null : URI.create(members));
    }

    private static int noteServices(Handle db, String classId, Launch launch) {
        return db.createUpdate(
                        "UPDATE lti_context SET members_url = COALESCE(:members, members_url) WHERE"
                                + " class = :class")
                .bind("members", launch.members() == null ? null : launch.members().toString())
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
