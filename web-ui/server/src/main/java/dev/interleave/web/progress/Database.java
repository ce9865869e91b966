package dev.interleave.web.progress;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteException;

/**
 * The learners' work in an SQLite database. What a call has written when it returns outlives the
 * process, however that ends.
 *
 * <p>Threading: any thread may call anything; more callers than connections wait for one.
 */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 4;
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=5000&foreign_keys=true"
                    + "&transaction_mode=IMMEDIATE";

    private final DataFolder folder;
    private final HikariDataSource source;
    private final Jdbi jdbi;

    // In front of the pool, whose own queue gives up after a time-out.
    private final Semaphore permits = new Semaphore(CONNECTIONS, true);

    private Database(DataFolder folder) {
        this.folder = folder;
        this.source = new HikariDataSource(pool(folder.database()));
        this.jdbi = Jdbi.create(source);
    }

    /**
     * Opens the database in a folder, and makes both where they are missing.
     *
     * @throws DatabaseException when the folder is in use or not writable, or the database is
     *     damaged or from a newer version
     */
    public static Database open(Path path) {
        var folder = DataFolder.open(path);
        try {
            var database = new Database(folder);
            database.prepare();
            return database;
        } catch (RuntimeException e) {
            folder.close();
            throw explained(folder.database(), e);
        }
    }

    /** Leaves a note of where this server is, for another that is started on the same folder. */
    public void announce(String address) {
        folder.announce(address);
    }

    /** A file beside the database, which only its owner can read. */
    public PrivateFile privateFile(String name) {
        return new PrivateFile(folder.database().resolveSibling(name));
    }

    /** Runs a query, outside any transaction. */
    public <T> T read(Function<Handle, T> query) {
        return withPermit(() -> jdbi.withHandle(query::apply));
    }

    /** Runs statements that take effect together or not at all. */
    public <T> T write(Function<Handle, T> statements) {
        return withPermit(() -> jdbi.inTransaction(statements::apply));
    }

    @Override
    public void close() {
        source.close();
        folder.close();
    }

    private void prepare() {
        try {
            var found =
                    jdbi.withHandle(
                            db -> db.select("PRAGMA quick_check(1)").mapTo(String.class).one());
            if (!found.equals("ok")) {
                throw new DatabaseException(damaged(folder.database()), null);
            }
            Schema.migrate(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private <T> T withPermit(Supplier<T> action) {
        permits.acquireUninterruptibly();
        try {
            return action.get();
        } finally {
            permits.release();
        }
    }

    private static HikariConfig pool(Path file) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file + OPTIONS);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("interleave");
        return config;
    }

    private static DatabaseException explained(Path file, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case DatabaseException known -> {
                    return known;
                }
                case SQLiteException sqlite -> {
                    return explained(file, sqlite);
                }
                case FlywayException flyway when flyway.getCause() == null -> {
                    return new DatabaseException(
                            "Could not bring %s up to date: %s"
                                    .formatted(file, flyway.getMessage()),
                            e);
                }
                default -> {}
            }
        }
        return new DatabaseException("Could not open %s: %s".formatted(file, e.getMessage()), e);
    }

    private static DatabaseException explained(Path file, SQLiteException e) {
        var message =
                switch (e.getResultCode()) {
                    case SQLITE_NOTADB, SQLITE_CORRUPT -> damaged(file);
                    case SQLITE_BUSY, SQLITE_LOCKED ->
                            "Another program uses %s. End it, and start again.".formatted(file);
                    default -> "Could not open %s: %s".formatted(file, e.getMessage());
                };
        return new DatabaseException(message, e);
    }

    private static String damaged(Path file) {
        return "The database %s is damaged. Move it away to begin anew, or put a copy back."
                .formatted(file);
    }
}
