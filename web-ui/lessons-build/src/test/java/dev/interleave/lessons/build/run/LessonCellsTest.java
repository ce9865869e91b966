package dev.interleave.lessons.build.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interleave.lessons.build.RealLessons;
import dev.interleave.lessons.build.data.Cell;
import dev.interleave.lessons.build.data.Lesson;
import dev.interleave.sandbox.cell.LocalSandbox;
import dev.interleave.sandbox.cell.SandboxSettings;
import dev.interleave.sandbox.check.CellCheck;
import dev.interleave.sandbox.check.Expected;
import dev.interleave.sandbox.check.StatedCell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every lesson as a reader does, from top to bottom in one session, and holds what its cells
 * print against what the lesson says. {@code ./interleave check} does it as often as one wishes.
 */
class LessonCellsTest {

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
        var cells = lesson.cells().stream().map(LessonCellsTest::stated).toList();
        assertThat(new CellCheck(sandbox).run(cells)).isEmpty();
    }

    private static StatedCell stated(Cell cell) {
        var expected = cell.expected();
        return new StatedCell(
                cell.id(),
                cell.source(),
                cell.timeoutSeconds(),
                cell.profile(),
                cell.refused(),
                cell.fails(),
                expected == null
                        ? null
                        : new Expected(expected.kind(), expected.numbers(), expected.outcomes()));
    }
}
