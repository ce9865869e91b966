package dev.interleave.sandbox.grade;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real judge with real jails, and short words for what tests do with it. */
final class TestJudge implements AutoCloseable {

    private static final Path RUNTIME = Path.of("target/test-runtime").toAbsolutePath();

    final Jails jails;
    final Judge judge;

    private TestJudge(Jails jails, Judge judge) {
        this.jails = jails;
        this.judge = judge;
    }

    /** One who loses patience with a compiler soon. */
    static TestJudge open(Path work) {
        return open(work, new JudgeSettings(Duration.ofSeconds(6)));
    }

    static TestJudge open(Path work, JudgeSettings settings) {
        try {
            Path jdk = Path.of(System.getProperty("java.home"));
            Path app = GraderApp.in(work.resolve("app"));
            Jails jails = Jails.open(new JailSettings(jdk, app, RUNTIME, false));
            rehearse(jails);
            return new TestJudge(jails, Judge.open(jails, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once for all tests; those that run beside these wait, and find it done. */
    private static void rehearse(Jails jails) throws IOException {
        Files.createDirectories(RUNTIME);
        try (FileChannel file = FileChannel.open(RUNTIME.resolve("lock"), CREATE, WRITE);
                var _ = file.lock()) {
            Judge.rehearse(jails);
        }
    }

    GradeReport grade(Exercise exercise, String source) {
        try {
            return judge.grade(exercise, Submission.ofText("test", exercise, source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExerciseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        judge.close();
        jails.close();
    }
}
