package dev.interleave.cli.bench;

import dev.interleave.web.account.Tokens;
import dev.interleave.web.progress.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A folder with a class whose learners and whose teacher are signed in already, made without a
 * server: making passwords would take longer than what is measured.
 */
final class ClassFolder {

    static final String CLASS = "bench";

    private static final String TEACHER = "teacher";

    private ClassFolder() {}

    /** A new one, with exercises that are assigned without a date. */
    static Path make(int learners, List<String> exercises) throws IOException {
        var folder = Files.createTempDirectory("interleave-bench");
        try (var database = Database.open(folder)) {
            database.write(db -> fill(db, learners, exercises));
        }
        return folder;
    }

    /** What the cookie of a learner has; counted from 0. */
    static String cookieOf(int learner) {
        return "interleave=" + secret(learner(learner));
    }

    static String cookieOfTeacher() {
        return "interleave=" + secret(TEACHER);
    }

    static String learner(int number) {
        return "learner%04d".formatted(number);
    }

    private static String secret(String login) {
        return "secret-of-" + login;
    }

    private static int fill(Handle db, int learners, List<String> exercises) {
        db.execute(
                "INSERT INTO class (id, name, join_code, created_at) VALUES (?, 'Bench', 'b', 0)",
                CLASS);
        enter(db, TEACHER, "admin", "instructor");
        for (var i = 0; i < learners; i++) {
            enter(db, learner(i), "learner", "learner");
        }
        for (var exercise : exercises) {
            db.execute(
                    "INSERT INTO assignment (class, exercise, attempts, late_rule, late_percent,"
                            + " assigned_at) VALUES (?, ?, 0, 'none', 0, 0)",
                    CLASS,
                    exercise);
        }
        return learners;
    }

    private static void enter(Handle db, String login, String role, String inClass) {
        var now = Clock.systemUTC().millis();
        db.execute("INSERT INTO learner (id, created_at) VALUES (?, 0)", login);
        db.execute(
                "INSERT INTO account (id, login, name, role, created_at) VALUES (?, ?, ?, ?, 0)",
                login,
                login,
                "Name of " + login,
                role);
        db.execute(
                "INSERT INTO sign_in (token, account, begun_at, seen_at) VALUES (?, ?, ?, ?)",
                Tokens.hash(secret(login)),
                login,
                now,
                now);
        db.execute(
                "INSERT INTO class_member (class, account, role, section, joined_at) VALUES (?, ?,"
                        + " ?, 'A', 0)",
                CLASS,
                login,
                inClass);
    }
}
