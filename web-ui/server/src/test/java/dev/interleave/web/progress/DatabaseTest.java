package dev.interleave.web.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening the learners' work, whatever its state. */
class DatabaseTest {

    @TempDir Path folder;

    @Test
    void what_was_stored_is_there_when_it_is_opened_again() {
        try (var database = Database.open(folder)) {
            new Progress(database, Clock.systemUTC()).enrol("ann");
            new Progress(database, Clock.systemUTC()).opened("ann", "waiting");
        }
        try (var database = Database.open(folder)) {
            assertThat(new Progress(database, Clock.systemUTC()).of("ann"))
                    .containsOnlyKeys("waiting");
        }
    }

    @Test
    void the_folder_is_made_and_is_only_for_its_owner() throws IOException {
        var missing = folder.resolve("a/b");
        Database.open(missing).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_in_words() {
        var database = Database.open(folder);
        try (database) {
            assertThatThrownBy(() -> Database.open(folder))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("Another Interleave server uses the data in " + folder)
                    .hasMessageContaining("--data");
        }
        Database.open(folder).close();
    }

    @Test
    void a_file_that_is_no_database_is_refused_in_words() throws IOException {
        Files.writeString(folder.resolve("interleave.db"), "Dear diary, ".repeat(1000));

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("interleave.db is damaged");
    }

    @Test
    void a_damaged_page_is_found_at_the_start() throws IOException {
        Database.open(folder).close();
        try (var file = new RandomAccessFile(folder.resolve("interleave.db").toFile(), "rw")) {
            for (var page = 4096; page < file.length(); page += 4096) {
                file.seek(page);
                file.write(new byte[512]);
            }
        }

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("interleave.db is damaged");
    }

    @Test
    void data_of_a_newer_version_is_refused_in_words() {
        try (var database = Database.open(folder)) {
            database.write(
                    db ->
                            db.execute(
                                    "INSERT INTO flyway_schema_history SELECT 99, '99', 'later',"
                                            + " type, 'V99__later.sql', checksum, installed_by,"
                                            + " installed_on, 1, 1 FROM flyway_schema_history"
                                            + " WHERE version = '1'"));
        }

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("newer Interleave (schema 99)");
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_in_words() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Database.open(file.resolve("data")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("--data");
    }

    @Test
    void many_writers_at_once_all_get_their_turn() throws Exception {
        try (var database = Database.open(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var progress = new Progress(database, Clock.systemUTC());
            progress.enrol("ann");
            var writes =
                    IntStream.range(0, 500)
                            .<Future<?>>mapToObj(
                                    i -> threads.submit(() -> progress.opened("ann", "lesson" + i)))
                            .toList();
            for (var write : writes) {
                write.get();
            }
            assertThat(progress.of("ann")).hasSize(500);
        }
    }
}
