package dev.interleave.web.handin;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.GradeAnswer;
import dev.interleave.web.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A server in a process of its own, which grades nothing before a file is there, and notes each
 * grading that ends. It ends with the process that started it.
 */
final class SlowServer {

    private SlowServer() {}

    /** Takes the folder of the data, the file to wait for, and the file of notes. */
    public static void main(String[] args) throws IOException {
        var gate = Path.of(args[1]);
        var notes = Path.of(args[2]);
        var course = Path.of("src/test/resources/exercise-course");
        try (var server = TestServer.withAccounts(Path.of(args[0]), course, grader(gate, notes))) {
            System.out.println(server.address());
            System.out.println(server.firstLink());
            while (System.in.read() >= 0) {
                // Until the other process closes this end, or is gone.
            }
        }
    }

    private static Grader grader(Path gate, Path notes) {
        return (String _, Map<String, String> files, Grader.Tests _) -> {
            note(notes, "began " + files.get("Counter.java"));
            while (!Files.exists(gate)) {
                LockSupport.parkNanos(20_000_000);
            }
            note(notes, "graded " + files.get("Counter.java"));
            return new GradeAnswer.Graded(new Grade("passed", 10, 10, null, List.of(), 1, "v1"));
        };
    }

    private static void note(Path notes, String line) {
        try {
            Files.writeString(
                    notes, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
