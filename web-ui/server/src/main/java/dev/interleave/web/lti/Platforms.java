package dev.interleave.web.lti;

import dev.interleave.web.account.Account;
import dev.interleave.web.account.AuditLog;
import dev.interleave.web.account.Tokens;
import dev.interleave.web.progress.Database;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registered platforms.
 *
 * <p>Threading: any thread may call anything.
 */
final class Platforms {

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    Platforms(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of their names. */
    List<Platform> all() {
        return database.read(
                db ->
                        db.createQuery("SELECT * FROM lti_platform ORDER BY name, id")
                                .map((row, _) -> read(row))
                                .list());
    }

    Optional<Platform> byId(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The one that says so of itself.
     *
     * @param client may be null, if the platform has one client here only
     */
    Optional<Platform> find(String issuer, String client) {
        var found =
                all().stream()
                        .filter(each -> each.issuer().equals(issuer))
                        .filter(each -> client == null || each.client().equals(client))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Registers one; false if it is registered already. */
    boolean add(Account by, Platform wanted) {
        return database.write(
                db -> {
                    var added =
                            db.createUpdate(
                                            "INSERT INTO lti_platform (id, name, issuer, client,"
                                                + " deployment, login_url, token_url, keys_url,"
                                                + " services, registered_at) VALUES (:id, :name,"
                                                + " :issuer, :client, :deployment, :login, :token,"
                                                + " :keys, :services, :now) ON CONFLICT DO NOTHING")
                                    .bind("id", tokens.id())
                                    .bind("name", wanted.name())
                                    .bind("issuer", wanted.issuer())
                                    .bind("client", wanted.client())
                                    .bind("deployment", wanted.deployment())
                                    .bind("login", wanted.login().toString())
                                    .bind("token", wanted.token().toString())
                                    .bind("keys", wanted.keys().toString())
                                    .bind("services", String.join(" ", wanted.services()))
                                    .bind("now", clock.millis())
                                    .execute();
                    if (added == 1) {
                        audit.note(
                                db,
                                by,
                                "registered the learning platform %s, %s"
                                        .formatted(wanted.name(), wanted.source()));
                    }
                    return added == 1;
                });
    }

    /** Nobody comes from there any more; classes and accounts stay. */
    void remove(Account by, Platform platform) {
        database.write(
                db -> {
                    db.createUpdate("DELETE FROM lti_context WHERE platform = :id")
                            .bind("id", platform.id())
                            .execute();
                    db.createUpdate("DELETE FROM lti_platform WHERE id = :id")
                            .bindMap(Map.of("id", platform.id()))
                            .execute();
                    return audit.note(db, by, "removed the learning platform " + platform.source());
                });
    }

    static Platform read(ResultSet row) throws SQLException {
        return new Platform(
                row.getString("id"),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client"),
                row.getString("deployment"),
                URI.create(row.getString("login_url")),
                URI.create(row.getString("token_url")),
                URI.create(row.getString("keys_url")),
                Arrays.stream(row.getString("services").split(" "))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }
}
