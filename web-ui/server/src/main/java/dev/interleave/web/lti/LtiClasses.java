package dev.interleave.web.lti;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.Role;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.progress.Database;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

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
                                    return id;
                                }));
        return found;
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
