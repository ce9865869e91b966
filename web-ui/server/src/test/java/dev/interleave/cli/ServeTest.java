package dev.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process: how it starts, how it ends, and what is left when it is killed. */
@Timeout(300)
class ServeTest {

    private static final String LESSON = "/api/lessons/first-cell";
    private static final String CELL = LESSON + "/cells/hello";

    @TempDir Path work;

    @Test
    void it_prints_one_line_once_it_answers_and_ends_well_when_told_to() throws Exception {
        try (var server = ServeProcess.start(work)) {
            var address = server.ready();
            assertThat(server.get(address, "/health")).contains("\"status\":\"up\"");
            server.terminate();

            assertThat(server.exitCode()).isZero();
            assertThat(server.standardOutput()).isEmpty();
            assertThat(server.standardError()).isEmpty();
            assertThat(work.resolve("data/interleave.db")).exists();
        }
    }

    @Test
    void for_a_class_it_prints_where_the_first_account_is_made_and_asks_the_others_to_sign_in()
            throws Exception {
        try (var server = ServeProcess.start(work, "--class")) {
            var address = server.ready();
            var line = server.nextLine();

            assertThat(line).startsWith("Make your account, the first one, at " + address);
            assertThat(server.get(address, line.substring(line.indexOf("/welcome/"))))
                    .contains("Make the first account");
            assertThat(server.get(address, LESSON)).contains("You are not signed in");
        }
    }

    @Test
    void it_ends_well_when_told_to_before_its_sandbox_is_open() throws Exception {
        try (var server = ServeProcess.start(work)) {
            server.ready();
            server.terminate();

            assertThat(server.exitCode()).isZero();
            assertThat(server.standardError()).isEmpty();
        }
    }

    @Test
    void it_ends_in_time_while_a_cell_runs_and_a_page_listens() throws Exception {
        try (var server = ServeProcess.start(work)) {
            var address = server.ready();
            server.post(address, CELL + "/run", "{\"text\":\"while (true) {}\",\"base\":0}");
            var stream = Thread.startVirtualThread(() -> listen(server, address));
            until(() -> server.get(address, LESSON).contains("\"state\":\"busy\""));
            server.terminate();

            assertThat(server.endsWithin(30)).isTrue();
            assertThat(server.exitCode()).isZero();
            stream.join();
        }
    }

    @Test
    void a_draft_that_was_answered_outlives_kill_9() throws Exception {
        try (var server = ServeProcess.start(work)) {
            var address = server.ready();
            for (var i = 0; i < 50; i++) {
                server.put(
                        address,
                        CELL + "/draft",
                        "{\"text\":\"version %d\",\"base\":%d}".formatted(i + 1, i));
            }
            server.kill();
        }
        try (var server = ServeProcess.start(work)) {
            assertThat(server.get(server.ready(), LESSON))
                    .contains("\"draft\":{\"text\":\"version 50\",\"revision\":50}");
        }
    }

    @Test
    void what_a_cell_had_printed_outlives_kill_9_in_the_middle_of_its_run() throws Exception {
        try (var server = ServeProcess.start(work)) {
            var address = server.ready();
            var text = "System.out.println(\\\"early\\\"); Thread.sleep(1_000_000);";
            server.post(address, CELL + "/run", "{\"text\":\"%s\",\"base\":0}".formatted(text));
            until(() -> stored("SELECT events FROM run_part").contains("early"));
            server.kill();
        }
        try (var server = ServeProcess.start(work)) {
            assertThat(server.get(server.ready(), LESSON))
                    .contains("\"draft\":{\"text\":\"System.out.println(")
                    .contains("\"status\":\"interrupted\"")
                    .contains("\"message\":\"The server stopped while this ran.\"")
                    .contains("\"text\":\"early\\n\"")
                    .contains("\"session\":{\"state\":\"none\",\"earlierRuns\":1}");
        }
    }

    @Test
    void a_second_server_on_the_same_data_is_told_where_the_first_is() throws Exception {
        try (var first = ServeProcess.start(work)) {
            var address = first.ready();
            try (var second = ServeProcess.start(work)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.standardError())
                        .contains("Another Interleave server", address.toString(), "--data");
                assertThat(second.standardOutput()).isEmpty();
            }
            assertThat(first.get(address, "/health")).contains("\"status\":\"up\"");
        }
    }

    @Test
    void a_port_that_is_taken_is_said_with_what_to_do() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var server = ServeProcess.start(work, "--port", "" + taken.getLocalPort())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.standardError())
                    .isEqualToIgnoringNewLines(
                            ("Port %d of 127.0.0.1 is taken. End the program that uses it, or"
                                            + " choose another port: --port 0 picks a free one.")
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void without_a_jail_it_is_for_this_computer_only() throws Exception {
        try (var server = ServeProcess.start(work, "--unsafe-no-jail", "--host", "0.0.0.0")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.standardError()).contains("for this computer only");
        }
    }

    @Test
    void without_a_jail_every_page_says_what_that_means() throws Exception {
        try (var server = ServeProcess.start(work, "--unsafe-no-jail")) {
            var address = server.ready();
            assertThat(server.get(address, "/health")).contains("\"cells\":\"not-jailed\"");
            assertThat(server.get(address, "/")).contains("without a jail");
            assertThat(server.get(address, "/lessons/first-cell")).contains("without a jail");
        }
    }

    @Test
    void others_may_be_let_in_and_that_is_said() throws Exception {
        try (var server = ServeProcess.start(work, "--host", "0.0.0.0")) {
            server.ready();
            assertThat(server.standardError()).contains("Everybody who can reach 0.0.0.0");
        }
    }

    @Test
    void a_course_that_is_not_there_is_said() throws Exception {
        try (var server = ServeProcess.start(work, "--course", work.resolve("none").toString())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.standardError()).contains("course.json is missing");
        }
    }

    @Test
    void damaged_data_is_said() throws Exception {
        Files.createDirectories(work.resolve("data"));
        Files.writeString(work.resolve("data/interleave.db"), "no database".repeat(1000));
        try (var server = ServeProcess.start(work)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.standardError()).contains("interleave.db is damaged").hasLineCount(1);
        }
    }

    @Test
    void a_data_folder_that_is_a_file_is_said() throws Exception {
        var file = Files.writeString(work.resolve("notes.txt"), "mine");
        try (var server = ServeProcess.start(work, "--data", file.toString())) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.standardError())
                    .contains(file.toString(), "there is a file in its place", "--data")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_port_that_no_computer_has_is_bad_use() throws Exception {
        try (var server = ServeProcess.start(work, "--port", "99999")) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.standardError()).contains("There is no port 99999", "--help");
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        while (!condition.holds()) {
            Thread.sleep(20);
        }
    }

    private static void listen(ServeProcess server, URI address) {
        try {
            server.get(address, LESSON + "/events");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String stored(String query) throws SQLException {
        var url = "jdbc:sqlite:" + work.resolve("data/interleave.db") + "?busy_timeout=5000";
        var found = new StringBuilder();
        try (var database = DriverManager.getConnection(url);
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.append(rows.getString(1));
            }
        }
        return found.toString();
    }
}
