package dev.interleave.web.account;

import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which accounts belong to people whom another system signs in. They are found by what that system
 * calls them for ever, never by a login or an e-mail address, which others may get.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Identities {

    private static final int LONGEST_PART = 40;
    private static final int LONGEST_NAME = 100;
    private static final String SOMEBODY = "learner";

    private final Database database;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    Identities(Database database, Accounts accounts, AuditLog audit, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody, as another system says.
     *
     * @param source which system
     * @param subject what it calls them for ever
     * @param login as they are called there; may be empty
     * @param name may be empty
     * @param place the system's host, which ends the login of a new account
     */
    public record Person(String source, String subject, String login, String name, String place) {}

    /** Whose account it is. */
    public Optional<Account> find(Person person) {
        return database.read(db -> find(db, person.source(), person.subject()));
    }

    /** What an account is called in a system. */
    public Optional<String> subject(String source, String account) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT subject FROM identity WHERE source = :source AND"
                                            + " account = :account ORDER BY since DESC, subject")
                                .bindMap(Map.of("source", source, "account", account))
                                .mapTo(String.class)
                                .findFirst());
    }

    /** Their account, which is made, a learner's, if there is none. */
    public Account findOrCreate(Person person) {
        return database.write(db -> findOrCreate(db, person));
    }

    /** The same among other statements. */
    public Account findOrCreate(Handle db, Person person) {
        return find(db, person.source(), person.subject())
                .orElseGet(
                        () -> {
                            var account = bring(db, person);
                            audit.note(
                                    db, account, "came for the first time, by " + person.source());
                            return account;
                        });
    }

    /** Their account, which is made though they have not come yet. */
    public Account bring(Handle db, Person person) {
        return find(db, person.source(), person.subject())
                .orElseGet(
                        () -> {
                            var account = create(db, person);
                            link(db, account.id(), person);
                            return account;
                        });
    }

    /** The accounts of those who come from a system, by what it calls them, the newest first. */
    public Map<String, String> accounts(String source) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT subject, account FROM identity WHERE source = ?"
                                                + " ORDER BY since DESC, subject")
                                .bind(0, source)
                                .reduceRows(
                                        new LinkedHashMap<>(),
                                        (found, row) -> {
                                            found.put(
                                                    row.getColumn("subject", String.class),
                                                    row.getColumn("account", String.class));
                                            return found;
                                        }));
    }

    /** Lets an account be signed in to by another system; false if it is somebody else's there. */
    public boolean link(Account account, Person person) {
        return database.write(
                db -> {
                    var owner = find(db, person.source(), person.subject());
                    if (owner.isEmpty()) {
                        link(db, account.id(), person);
                        audit.note(db, account, "linked their account with " + person.source());
                    }
                    return owner.isEmpty() || owner.get().id().equals(account.id());
                });
    }

    /** Ends that. */
    public void unlink(Account account, String source) {
        database.write(
                db -> {
                    db.createUpdate(
                                    "DELETE FROM identity WHERE account = :account AND source ="
                                            + " :source")
                            .bindMap(Map.of("account", account.id(), "source", source))
                            .execute();
                    return audit.note(db, account, "unlinked their account from " + source);
                });
    }

    private static Optional<Account> find(Handle db, String source, String subject) {
        return db.createQuery(
                        "SELECT account.* FROM identity JOIN account ON id = account WHERE source"
                                + " = :source AND subject = :subject")
                .bindMap(Map.of("source", source, "subject", subject))
                .map((row, _) -> Accounts.read(row))
                .findOne();
    }

    private void link(Handle db, String account, Person person) {
        db.createUpdate(
                        "INSERT INTO identity (source, subject, account, since) VALUES (:source,"
                                + " :subject, :account, :now)")
                .bindMap(Map.of("source", person.source(), "subject", person.subject()))
                .bind("account", account)
                .bind("now", clock.millis())
                .execute();
        db.createUpdate("UPDATE account SET external = 1 WHERE id = :id")
                .bind("id", account)
                .execute();
    }

    /** Under a login that nobody has; accounts that there are stay whose they are. */
    private Account create(Handle db, Person person) {
        var typed = login(person.login());
        var name = name(person.name());
        for (var i = 1; ; i++) {
            var login = typed + (i == 1 ? "" : "-" + i) + "@" + login(person.place());
            var made = accounts.create(db, login, name.isEmpty() ? login : name, Role.LEARNER);
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    /** What may stand in a login of what another system says. */
    static String login(String said) {
        var kept =
                said.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("@.*", "")
                        .replaceAll("[^\\p{L}\\p{N}._+-]", "-")
                        .replaceFirst("^[^\\p{L}\\p{N}]+", "");
        return kept.isEmpty() ? SOMEBODY : kept.substring(0, Math.min(kept.length(), LONGEST_PART));
    }

    private static String name(String said) {
        var kept = said.replaceAll("\\p{Cntrl}", " ").strip();
        return kept.substring(0, Math.min(kept.length(), LONGEST_NAME));
    }
}
