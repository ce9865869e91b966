package dev.interleave.web.account;

import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Links by which somebody sets a password, each usable once. A newer link of an account ends the
 * older one.
 *
 * <p>Threading: any thread may call anything.
 */
public final class PasswordLinks {

    /** How long they can be used. */
    static final Duration VALID = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    public PasswordLinks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whose password a link sets.
     *
     * @param account null for the first admin, who has none yet
     */
    record Invitation(String account) {}

    /** The path of a new link for an account. */
    public String make(String account) {
        return database.write(db -> make(db, account));
    }

    /** The same among other statements. */
    public String make(Handle db, String account) {
        var secret = tokens.secret();
        db.createUpdate(
                        "DELETE FROM password_link WHERE account = :account OR (account IS NULL AND"
                                + " :account IS NULL)")
                .bind("account", account)
                .execute();
        db.createUpdate(
                        "INSERT INTO password_link (token, account, expires_at) VALUES (:token,"
                                + " :account, :until)")
                .bind("token", Tokens.hash(secret))
                .bind("account", account)
                .bind("until", clock.millis() + VALID.toMillis())
                .execute();
        return "/welcome/" + secret;
    }

    Optional<Invitation> find(String secret) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT account FROM password_link WHERE token = :token AND"
                                                + " expires_at > :now")
                                .bind("token", Tokens.hash(secret))
                                .bind("now", clock.millis())
                                .map((row, _) -> new Invitation(row.getString("account")))
                                .findOne());
    }

    /** Takes a link out of use; false if it was not in use any more. */
    boolean use(String secret) {
        return database.write(
                        db ->
                                db.createUpdate("DELETE FROM password_link WHERE token = :token")
                                        .bind("token", Tokens.hash(secret))
                                        .execute())
                == 1;
    }
}
