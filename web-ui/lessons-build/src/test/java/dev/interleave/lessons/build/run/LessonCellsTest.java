package dev.interleave.lessons.build.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interleave.lessons.build.RealLessons;
import dev.interleave.lessons.build.data.Cell;
import dev.interleave.lessons.build.data.Lesson;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every lesson as a reader does, from top to bottom in one session, and holds what its cells
 * print against what the lesson says. Several times, because most of it is concurrent.
 */
class LessonCellsTest {

    private static final int TIMES = 3;

    /** How much longer than its author thought a cell may take, because other tests run too. */
    private static final int PATIENCE = 3;

    @TempDir static Path temp;
    private static LocalSandbox sandbox;

    @BeforeAll
    static void open() throws IOException {
        var jdk = Path.of(System.getProperty("java.home"));
        var app = JailPrograms.in(temp.resolve("app"));
        sandbox = LocalSandbox.open(SandboxSettings.of(jdk, app, temp.resolve("runtime")));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    static Stream<Named<Lesson>> lessons() throws IOException {
        return RealLessons.convert(temp.resolve("course")).stream()
                .map(lesson -> Named.of(lesson.id(), lesson));
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void print_what_they_say(Lesson lesson) {
        assumeTrue(sandbox.isolation().jailed(), "this machine offers no jail");
        var problems = new ArrayList<String>();
        for (var time = 1; time <= TIMES; time++) {
            try (var session = sandbox.open(Profile.DEFAULT)) {
                for (var cell : lesson.cells()) {
                    problems.addAll(run(session, cell));
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> run(Session session, Cell cell) {
        var printed = new Printed();
        var timeout = Duration.ofSeconds((long) cell.timeoutSeconds() * PATIENCE);
        session.run(new dev.interleave.sandbox.Cell(cell.source(), timeout), printed);
        var run = printed.await();
        var problems = new ArrayList<String>();
        if (run.done().status() != status(cell)) {
            problems.add(
                    "%s ended with %s (%s):\n%s"
                            .formatted(
                                    cell.id(),
                                    run.done().status(),
                                    run.done().message(),
                                    run.text()));
        } else if (cell.expected() != null
                && !new Expectation(cell.expected()).isMetBy(run.text())) {
            problems.add("%s printed:\n%s".formatted(cell.id(), run.text()));
        }
        return problems;
    }

    private static Status status(Cell cell) {
        if (cell.refused()) {
            return Status.COMPILE_ERROR;
        }
        return cell.fails() ? Status.EXCEPTION : Status.OK;
    }
}
