package dev.interleave.web.classroom;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.Accounts;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.PasswordLinks;
import dev.interleave.web.account.Role;
import dev.interleave.web.progress.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings the learners of a list into a class, all of them or none.
 *
 * <p>Threading: any thread may call anything.
 */
public final class RosterImport {

    private final Database database;
    private final Accounts accounts;
    private final PasswordLinks links;
    private final Classes classes;
    private final AuditLog audit;

    RosterImport(
            Database database,
            Accounts accounts,
            PasswordLinks links,
            Classes classes,
            AuditLog audit) {
        this.database = database;
        this.accounts = accounts;
        this.links = links;
        this.classes = classes;
        this.audit = audit;
    }

    /** What importing a line does. */
    public enum What {
        NEW_ACCOUNT,
        JOINS,
        IS_IN_IT
    }

    /** A line, with what importing it does. */
    public record Planned(Roster.Line line, What what) {}

    /** What would happen; nothing does. */
    List<Planned> plan(String classId, Roster roster) {
        var members =
                classes.members(classId).stream().map(Member::login).collect(Collectors.toSet());
        return roster.lines().stream()
                .map(
                        line ->
                                new Planned(
                                        line,
                                        members.contains(line.login())
                                                ? What.IS_IN_IT
                                                : accounts.byLogin(line.login()).isPresent()
                                                        ? What.JOINS
                                                        : What.NEW_ACCOUNT))
                .toList();
    }

    /** New links, in the place of those before, for all learners who have set no password yet. */
    List<Invited> linksAgain(Account by, String classId) {
        return database.write(
                db -> {
                    var invited = new ArrayList<Invited>();
                    for (var each : classes.members(db, classId)) {
                        if (each.invited() && each.role() == Role.LEARNER) {
                            invited.add(
                                    new Invited(
                                            each.login(),
                                            each.name(),
                                            links.make(db, each.account())));
                        }
                    }
                    audit.note(
                            db,
                            by,
                            "made new links for %d learners of class %s"
                                    .formatted(invited.size(), classId));
                    return invited;
                });
    }

    /** A new account's link. */
    public record Invited(String login, String name, String link) {}

    /**
     * Does it. Accounts that there are keep their name, role and password.
     *
     * @return the new accounts
     */
    List<Invited> run(Account by, String classId, Roster roster) {
        return database.write(
                db -> {
                    var invited = new ArrayList<Invited>();
                    for (var line : roster.lines()) {
                        var known = accounts.byLogin(db, line.login());
                        var account =
                                known.or(
                                                () ->
                                                        accounts.create(
                                                                db,
                                                                line.login(),
                                                                line.name(),
                                                                Role.LEARNER))
                                        .orElseThrow();
                        classes.enter(db, classId, account.id(), Role.LEARNER, line.section());
                        if (known.isEmpty()) {
                            invited.add(
                                    new Invited(
                                            line.login(),
                                            line.name(),
                                            links.make(db, account.id())));
                        }
                    }
                    audit.note(
                            db,
                            by,
                            "imported %d learners into class %s, %d of them with new accounts"
                                    .formatted(roster.lines().size(), classId, invited.size()));
                    return invited;
                });
    }
}
