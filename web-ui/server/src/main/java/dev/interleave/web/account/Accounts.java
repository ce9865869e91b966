package dev.interleave.web.account;

import dev.interleave.web.progress.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * Who has an account on this server.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Accounts {

    /** The learner of a server without accounts, whose work the first admin goes on with. */
    private static final String ALONE = "local";

    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");
    private static final int LONGEST_NAME = 100;

    private final Database database;
    private final Clock clock;
    private final Tokens tokens = new Tokens();

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is stored of a login: small letters, no blanks around it. */
    public static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Why nobody can have this login and name; empty if somebody can. */
    public static Optional<String> problem(String login, String name) {
        if (!LOGIN.matcher(login).matches()) {
            return Optional.of(
                    "A login has 1 to 100 letters, digits and . _ @ + -, and begins with a letter"
                            + " or a digit.");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || hasControls(name)) {
            return Optional.of("A name has 1 to %d characters.".formatted(LONGEST_NAME));
        }
        return Optional.empty();
    }

    /** Makes an account without a password; empty if somebody has this login. */
    public Optional<Account> create(String login, String name, Role role) {
        return database.write(db -> create(db, tokens.id(), login, name, role));
    }

    /** The same among other statements. */
    public Optional<Account> create(Handle db, String login, String name, Role role) {
        return create(db, tokens.id(), login, name, role);
    }

    /** Makes the first admin, unless there is one. */
    Optional<Account> createFirstAdmin(String login, String name, String password) {
        return database.write(
                db -> {
                    if (hasAdmin(db)) {
                        return Optional.empty();
                    }
                    var made = create(db, ALONE, login, name, Role.ADMIN);
                    made.ifPresent(account -> setPassword(db, account.id(), password));
                    return made;
                });
    }

    /** Whether somebody can make accounts. */
    public boolean hasAdmin() {
        return database.read(Accounts::hasAdmin);
    }

    public Optional<Account> byId(String id) {
        return database.read(db -> one(db, "id", id));
    }

    public Optional<Account> byLogin(String login) {
        return database.read(db -> one(db, "login", login));
    }

    /** The same among other statements. */
    public Optional<Account> byLogin(Handle db, String login) {
        return one(db, "login", login);
    }

    /** The stored password of an account that may sign in. */
    Optional<String> password(String login) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT password FROM account WHERE login = :login AND"
                                                + " blocked_at IS NULL AND password IS NOT NULL")
                                .bind("login", login)
                                .mapTo(String.class)
                                .findOne());
    }

    /** In the order of their names, from a place on. */
    List<Account> page(int from, int most) {
        return database.read(
                db ->
                        db.createQuery(
                                        "SELECT * FROM account ORDER BY name, login LIMIT :most"
                                                + " OFFSET :from")
                                .bindMap(Map.of("most", most, "from", from))
                                .map((row, _) -> read(row))
                                .list());
    }

    void setPassword(String id, String hash) {
        database.write(db -> setPassword(db, id, hash));
    }

    /** Gives a role; false if then nobody were an admin any more. */
    boolean setRole(String id, Role role) {
        return database.write(
                db -> {
                    db.createUpdate("UPDATE account SET role = :role WHERE id = :id")
                            .bindMap(Map.of("role", role.code(), "id", id))
                            .execute();
                    return keepsAnAdmin(db);
                });
    }

    /** Blocks or opens an account; false if then nobody were an admin any more. */
    boolean setBlocked(String id, boolean blocked) {
        return database.write(
                db -> {
                    db.createUpdate("UPDATE account SET blocked_at = :at WHERE id = :id")
                            .bind("at", blocked ? clock.millis() : null)
                            .bind("id", id)
                            .execute();
                    return keepsAnAdmin(db);
                });
    }

    private static boolean keepsAnAdmin(Handle db) {
        var keeps = hasAdmin(db);
        if (!keeps) {
            db.rollback();
        }
        return keeps;
    }

    private static boolean hasAdmin(Handle db) {
        return db.createQuery(
                                "SELECT COUNT(*) FROM account WHERE role = 'admin' AND blocked_at"
                                        + " IS NULL AND password IS NOT NULL")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private Optional<Account> create(Handle db, String id, String login, String name, Role role) {
        if (one(db, "login", login).isPresent() || one(db, "id", id).isPresent()) {
            return Optional.empty();
        }
        db.createUpdate(
                        "INSERT INTO learner (id, created_at) VALUES (:id, :now) ON CONFLICT (id)"
                                + " DO NOTHING")
                .bind("id", id)
                .bind("now", clock.millis())
                .execute();
        db.createUpdate(
                        "INSERT INTO account (id, login, name, role, created_at) VALUES (:id,"
                                + " :login, :name, :role, :now)")
                .bindMap(Map.of("id", id, "login", login, "name", name.strip()))
                .bind("role", role.code())
                .bind("now", clock.millis())
                .execute();
        return one(db, "id", id);
    }

    private static int setPassword(Handle db, String id, String hash) {
        return db.createUpdate("UPDATE account SET password = :hash WHERE id = :id")
                .bindMap(Map.of("hash", hash, "id", id))
                .execute();
    }

    private static Optional<Account> one(Handle db, String column, String value) {
        return db.createQuery("SELECT * FROM account WHERE " + column + " = :value")
                .bind("value", value)
                .map((row, _) -> read(row))
                .findOne();
    }

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("login"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                row.getString("password") == null && row.getInt("external") == 0,
                row.getObject("blocked_at") != null);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
