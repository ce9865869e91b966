package dev.interleave.web.progress;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the tables that this version of the program knows. */
final class Schema {

    private Schema() {}

    /**
     * @throws DatabaseException when the database comes from a newer version
     */
    static void migrate(DataSource source) {
        var flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .dataSource(source)
                        .locations("classpath:db/common")
                        .load();
        var newer =
                Arrays.stream(flyway.info().all())
                        .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                        .findFirst();
        if (newer.isPresent()) {
            throw new DatabaseException(
                    ("The data was written by a newer Interleave (schema %s). Start that one, or"
                                    + " give another folder with --data.")
                            .formatted(newer.get().getVersion()),
                    null);
        }
        flyway.migrate();
    }
}
