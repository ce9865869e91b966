package dev.interleave.web.account;

import dev.interleave.web.progress.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The browsers in which somebody is signed in. They are signed out after {@link #IDLE} without a
 * request, and after {@link #LONGEST} in any case.
 *
 * <p>Threading: any thread may call anything.
 */
final class SignIns {

    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);

    /** How exactly the last request is noted; each note is a write. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final Database database;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    SignIns(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Signs a browser in, and returns the secret that it has to bring along. */
    String begin(String account) {
        var secret = tokens.secret();
        database.write(
                db -> {
                    db.createUpdate("DELETE FROM sign_in WHERE begun_at < :old OR seen_at < :idle")
                            .bind("old", clock.millis() - LONGEST.toMillis())
                            .bind("idle", clock.millis() - IDLE.toMillis())
                            .execute();
                    return db.createUpdate(
                                    "INSERT INTO sign_in (token, account, begun_at, seen_at)"
                                            + " VALUES (:token, :account, :now, :now)")
                            .bindMap(Map.of("token", Tokens.hash(secret), "account", account))
                            .bind("now", clock.millis())
                            .execute();
                });
        return secret;
    }

    /** Who is signed in with this secret and may still be. */
    Optional<Account> find(String secret) {
        var token = Tokens.hash(secret);
        var now = clock.millis();
        var found =
                database.read(
                        db ->
                                db.createQuery(
                                                "SELECT account.*, seen_at FROM sign_in JOIN"
                                                        + " account ON id = account WHERE token ="
                                                        + " :token AND begun_at >= :old AND seen_at"
                                                        + " >= :idle AND blocked_at IS NULL")
                                        .bind("token", token)
                                        .bind("old", now - LONGEST.toMillis())
                                        .bind("idle", now - IDLE.toMillis())
                                        .map(
                                                (row, _) ->
                                                        Map.entry(
                                                                Accounts.read(row),
                                                                row.getLong("seen_at")))
                                        .findOne());
        if (found.isPresent() && found.get().getValue() < now - NOTED.toMillis()) {
            seen(token, now);
        }
        return found.map(Map.Entry::getKey);
    }

    void end(String secret) {
        database.write(
                db ->
                        db.createUpdate("DELETE FROM sign_in WHERE token = :token")
                                .bind("token", Tokens.hash(secret))
                                .execute());
    }

    /** Signs somebody out everywhere. */
    void endAll(String account) {
        database.write(
                db ->
                        db.createUpdate("DELETE FROM sign_in WHERE account = :account")
                                .bind("account", account)
                                .execute());
    }

    private void seen(String token, long now) {
        database.write(
                db ->
                        db.createUpdate("UPDATE sign_in SET seen_at = :now WHERE token = :token")
                                .bind("now", now)
                                .bind("token", token)
                                .execute());
    }
}
