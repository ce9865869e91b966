package dev.interleave.sandbox.cell;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A real sandbox with real jails, and short words for what tests do with it. */
final class TestSandbox implements AutoCloseable {

    /** Long: the machine that runs the tests may be busy. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** What is stopped ends in the end; how fast that is depends on what else the machine does. */
    private static final CellLimits PATIENT =
            CellLimits.DEFAULT.withStop(Duration.ofSeconds(30), Duration.ofSeconds(40));

    private final LocalSandbox sandbox;
    private final List<Session> sessions = new ArrayList<>();

    private TestSandbox(LocalSandbox sandbox) {
        this.sandbox = sandbox;
    }

    static TestSandbox open() {
        return open(UnaryOperator.identity());
    }

    static TestSandbox open(UnaryOperator<SandboxSettings> changes) {
        SandboxSettings settings = settings(Build.APP, Build.RUNTIME).withLimits(PATIENT);
        return new TestSandbox(LocalSandbox.open(changes.apply(settings)));
    }

    /** With other programs for the jails, and a patience that a busy machine does not exhaust. */
    static TestSandbox openPatiently(Path app) {
        return openPatiently(app, Build.RUNTIME);
    }

    /** The same with another place for the caches, where no JVM has rehearsed yet. */
    static TestSandbox openPatiently(Path app, Path runtime) {
        return new TestSandbox(LocalSandbox.open(settings(app, runtime).withLimits(PATIENT)));
    }

    /** With other programs for the jails than those of this build. */
    static TestSandbox openWith(Path app) {
        return openWith(app, CellLimits.DEFAULT);
    }

    /** With other limits, too. */
    static TestSandbox openWith(Path app, CellLimits limits) {
        SandboxSettings settings = settings(app, Build.RUNTIME);
        return new TestSandbox(LocalSandbox.open(settings.withLimits(limits)));
    }

    private static SandboxSettings settings(Path app, Path runtime) {
        return SandboxSettings.of(Path.of(System.getProperty("java.home")), app, runtime);
    }

    /**
     * The programs of this build, which rehearse once for all tests, as for all learners. Tests
     * that run beside these wait, and find it done.
     */
    private static final class Build {

        static final Path RUNTIME = Path.of("target/test-runtime").toAbsolutePath();
        static final Path APP;

        static {
            try {
                APP = App.in(Path.of("target/test-app").toAbsolutePath());
                Files.createDirectories(RUNTIME);
                try (FileChannel file = FileChannel.open(RUNTIME.resolve("lock"), CREATE, WRITE);
                        var _ = file.lock();
                        LocalSandbox sandbox = LocalSandbox.open(settings(APP, RUNTIME))) {
                    sandbox.rehearse();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    LocalSandbox sandbox() {
        return sandbox;
    }

    Session session() {
        return session(Profile.DEFAULT);
    }

    Session session(Profile profile) {
        Session session = sandbox.open(profile);
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

    /** The JVM of this session, recognised by a file in its own /tmp. */
    static ProcessHandle jvmOf(Session session) {
        String marker = "marker-" + UUID.randomUUID();
        run(session, "Files.createFile(Path.of(\"/tmp/" + marker + "\"));");
        return jvms("AgentMain")
                .filter(p -> Files.exists(Path.of("/proc/" + p.pid() + "/root/tmp/" + marker)))
                .findFirst()
                .orElseThrow();
    }

    /** Kills the JVM of this session with signal 9 and waits until it is gone. */
    static void killJvm(Session session) {
        ProcessHandle jvm = jvmOf(session);
        jvm.destroyForcibly();
        jvm.onExit().join();
    }

    /** The compilers' JVMs, the one that has worked for longest first. */
    static List<ProcessHandle> compilers() {
        return jvms("compiler.Compiler")
                .sorted(Comparator.comparing(p -> p.info().startInstant().orElseThrow()))
                .toList();
    }

    private static Stream<ProcessHandle> jvms(String mainClass) {
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .filter(p -> commandLine(p).contains(mainClass));
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until the sandbox knows that so many sessions have a JVM. */
    void awaitLive(int count) throws InterruptedException {
        while (sandbox.load().live() != count) {
            Thread.sleep(10);
        }
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
