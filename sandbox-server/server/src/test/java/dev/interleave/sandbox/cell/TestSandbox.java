package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A real sandbox with real jails, and short words for what tests do with it. */
final class TestSandbox implements AutoCloseable {

    /** Long: the machine that runs the tests may be busy. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final LocalSandbox sandbox;
    private final List<Session> sessions = new ArrayList<>();

    private TestSandbox(LocalSandbox sandbox) {
        this.sandbox = sandbox;
    }

    static TestSandbox open(Path work) {
        return open(work, UnaryOperator.identity());
    }

    static TestSandbox open(Path work, UnaryOperator<SandboxSettings> changes) {
        try {
            Path jdk = Path.of(System.getProperty("java.home"));
            Path app = App.in(work.resolve("app"));
            SandboxSettings settings = SandboxSettings.of(jdk, app, work.resolve("runtime"));
            return new TestSandbox(LocalSandbox.open(changes.apply(settings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LocalSandbox sandbox() {
        return sandbox;
    }

    Session session() {
        Session session = sandbox.open(Profile.DEFAULT);
        sessions.add(session);
        return session;
    }

    static Ran start(Session session, String source) {
        return start(session, source, TIMEOUT);
    }

    static Ran start(Session session, String source, Duration timeout) {
        Ran ran = new Ran(source);
        session.run(new Cell(source, timeout), ran);
        return ran;
    }

    /** Runs a cell to its end. */
    static Ran run(Session session, String source) {
        Ran ran = start(session, source);
        ran.done();
        return ran;
    }

    static Ran run(Session session, String source, Duration timeout) {
        Ran ran = start(session, source, timeout);
        ran.done();
        return ran;
    }

    /** What every test asks for in the end: does the session still work? */
    static void assertWorks(Session session) {
        assertThat(run(session, "1 + 1").value()).isEqualTo("2");
    }

    /** The JVMs of our jails: the innermost processes below this one. */
    static Stream<ProcessHandle> jailedJvms(String mainClass) {
        return ProcessHandle.current()
                .descendants()
                .filter(
                        process ->
                                process.info().commandLine().orElse("").contains(mainClass)
                                        && process.children().findAny().isEmpty());
    }

    void closeSessions() {
        sessions.forEach(Session::close);
        sessions.clear();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
