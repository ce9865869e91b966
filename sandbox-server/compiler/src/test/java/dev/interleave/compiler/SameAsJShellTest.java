package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.FromCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Runs the cells of {@code src/test/resources/cells} here and in the JDK's own JShell, and compares
 * all that a learner sees. A file is a theme; {@code // ===} begins a session, {@code // ---} a
 * cell. Sessions run side by side, because most of the time goes into the reference.
 */
@Timeout(600)
class SameAsJShellTest {

    private static final Path CELLS = Path.of("src/test/resources/cells");

    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().stackSize(8 << 20).factory());

    @AfterAll
    static void end() {
        THREADS.shutdown();
    }

    @TestFactory
    List<DynamicTest> everything_a_learner_sees_is_the_same() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(CELLS)) {
            for (Path theme : files.sorted().toList()) {
                for (String session : parts(Files.readString(theme), "// ===")) {
                    String name = theme.getFileName() + ":" + session.lines().findFirst().get();
                    Future<String> differences = THREADS.submit(() -> compare(session));
                    tests.add(
                            DynamicTest.dynamicTest(
                                    name, () -> assertThat(differences.get()).isEmpty()));
                }
            }
        }
        return tests;
    }

    private static List<String> parts(String text, String mark) {
        return Arrays.stream(text.split("(?m)^" + mark)).filter(part -> !part.isBlank()).toList();
    }

    private static String compare(String session) throws IOException {
        List<String> cells = parts(session.substring(session.indexOf('\n') + 1), "// ---\n");
        StringBuilder differences = new StringBuilder();
        try (ReferenceShell reference = new ReferenceShell();
                Supervisor supervisor = new Supervisor()) {
            supervisor.open(1);
            for (String cell : cells) {
                List<String> expected = reference(cell, reference);
                List<String> actual = ours(cell, supervisor);
                if (!actual.equals(expected)) {
                    differences.append(difference(cell, expected, actual));
                }
            }
        }
        return differences.toString();
    }

    private static String difference(String cell, List<String> expected, List<String> actual) {
        return "cell     " + cell + "jshell   " + expected + "\ncompiler " + actual + "\n\n";
    }

    private static List<String> reference(String cell, ReferenceShell reference) {
        Transcript transcript = new Transcript();
        transcript.printed(Printed.by(() -> reference.run(cell, transcript)));
        return transcript.lines();
    }

    private static List<String> ours(String cell, Supervisor supervisor) {
        List<FromCompiler> messages = new ArrayList<>();
        String printed =
                Printed.by(
                        () -> {
                            try {
                                messages.addAll(supervisor.run(1, cell));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        return Transcript.of(messages, printed);
    }
}
