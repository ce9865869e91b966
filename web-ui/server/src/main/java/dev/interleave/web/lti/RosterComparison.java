package dev.interleave.web.lti;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.Identities;
import dev.interleave.web.classroom.Classes;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.lti.LtiClasses.Linked;
import dev.interleave.web.lti.RosterChange.What;
import dev.interleave.web.progress.Database;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Holds the members of a class against those that its platform says. Only people who are known from
 * that platform leave by it, and never who asks for it.
 *
 * <p>Threading: any thread may call anything.
 */
final class RosterComparison {

    private final Database database;
    private final Identities identities;
    private final Classes classes;
    private final AuditLog audit;

    RosterComparison(Database database, Identities identities, Classes classes, AuditLog audit) {
        this.database = database;
        this.identities = identities;
        this.classes = classes;
        this.audit = audit;
    }

    /** What would happen; nothing does. */
    List<RosterChange> plan(Account by, Linked linked, List<PlatformMember> there) {
        var accounts = identities.accounts(linked.platform().source());
        Map<String, Member> here =
                classes.members(linked.classId()).stream()
                        .collect(Collectors.toMap(Member::account, Function.identity()));
        var changes = new ArrayList<RosterChange>();
        var staying = new HashSet<String>();
        for (var each : there) {
            var account = accounts.get(each.subject());
            var member = account == null ? null : here.get(account);
            if (account != null && !staying.add(account)) {
                // The platform knows them twice.
                continue;
            }
            if (member == null) {
                var what = account == null ? What.GETS_ACCOUNT : What.JOINS;
                changes.add(change(what, each, account, null));
            } else if (member.role() != each.role() && !account.equals(by.id())) {
                changes.add(change(What.CHANGES_ROLE, each, account, member));
            }
        }
        accounts.forEach(
                (subject, account) -> {
                    var member = here.get(account);
                    if (member != null && !account.equals(by.id()) && staying.add(account)) {
                        changes.add(leaves(subject, member));
                    }
                });
        changes.sort(Comparator.comparing(RosterChange::what).thenComparing(RosterChange::name));
        return List.copyOf(changes);
    }

    private static RosterChange change(
            What what, PlatformMember there, String account, Member here) {
        return new RosterChange(
                what,
                there.subject(),
                account,
                there.name(),
                here == null ? null : here.role(),
                there.role());
    }

    private static RosterChange leaves(String subject, Member member) {
        return new RosterChange(
                What.LEAVES, subject, member.account(), member.name(), member.role(), null);
    }

    /** Does it, all or nothing. */
    void apply(Account by, Linked linked, List<RosterChange> changes) {
        database.write(
                db -> {
                    changes.forEach(each -> apply(db, linked, each));
                    var counts =
                            changes.stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    RosterChange::what, Collectors.counting()));
                    return audit.note(
                            db,
                            by,
                            ("brought class %s to the members of %s: %d with new accounts, %d"
                                            + " joined, %d other roles, %d left")
                                    .formatted(
                                            linked.classId(),
                                            linked.platform().name(),
                                            counts.getOrDefault(What.GETS_ACCOUNT, 0L),
                                            counts.getOrDefault(What.JOINS, 0L),
                                            counts.getOrDefault(What.CHANGES_ROLE, 0L),
                                            counts.getOrDefault(What.LEAVES, 0L)));
                });
    }

    private void apply(Handle db, Linked linked, RosterChange change) {
        var classId = linked.classId();
        switch (change.what()) {
            case GETS_ACCOUNT, JOINS -> {
                var account =
                        identities.bring(
                                db,
                                LtiRoles.person(
                                        linked.platform(), change.subject(), change.name()));
                classes.enter(db, classId, account.id(), change.to(), "");
            }
            case CHANGES_ROLE -> classes.setRole(db, classId, change.account(), change.to());
            case LEAVES -> classes.leave(db, classId, change.account());
        }
    }
}
