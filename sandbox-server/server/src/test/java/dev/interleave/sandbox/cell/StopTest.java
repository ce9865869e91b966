package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Leftovers;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stop means stop, and a time limit too; the variables survive. */
class StopTest {

    private static TestSandbox sandbox;
    private Session session;

    @BeforeAll
    static void open(@TempDir Path work) {
        sandbox = TestSandbox.open();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void openSession() {
        session = sandbox.session();
        run(session, "int keep = 42;");
    }

    @AfterEach
    void closeSession() {
        sandbox.closeSessions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.println(\"on\"); while (true) {}",
                "System.out.println(\"on\"); Thread.sleep(1_000_000);",
                "System.out.println(\"on\"); synchronized (\"a\") { \"a\".wait(); }",
                "System.out.println(\"on\"); new Semaphore(0).acquireUninterruptibly();",
                "System.out.println(\"on\"); while (true) { try { Thread.sleep(1_000_000); }"
                        + " catch (InterruptedException e) {} }",
                "System.out.println(\"on\"); while (true) { try { while (true) {} }"
                        + " finally { continue; } }",
            })
    void a_cell_is_stopped_and_the_variables_are_kept(String source) {
        Ran ran = start(session, source).awaitOutput("on");
        session.stop();
        ran.assertEnded(Status.KILLED);
        assertThat(ran.done().message()).contains("Stopped").contains(Explanations.KEPT);
        assertThat(run(session, "keep").value()).isEqualTo("42");
        assertWorks(session);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < 100; i++) Thread.startVirtualThread(() -> { while (true) {}"
                        + " }); System.out.println(\"on\"); Thread.sleep(1_000_000);",
                "var pool = Executors.newFixedThreadPool(8); for (int i = 0; i < 20; i++)"
                        + " pool.submit(() -> { while (true) Thread.sleep(10); });"
                        + " System.out.println(\"on\"); pool.awaitTermination(1, TimeUnit.DAYS);",
            })
    void the_threads_of_a_stopped_cell_end_with_it(String source) {
        Ran ran = start(session, source).awaitOutput("on");
        session.stop();
        ran.assertEnded(Status.KILLED);
        assertThat(ran.events(Leftovers.class)).isEmpty();
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void stop_forgets_the_cells_that_wait() {
        Ran endless =
                start(session, "System.out.println(\"on\"); while (true) {}").awaitOutput("on");
        Ran waiting = start(session, "keep = 43");
        session.stop();
        endless.assertEnded(Status.KILLED);
        waiting.assertEnded(Status.KILLED);
        assertThat(waiting.done().message()).isEqualTo(Explanations.STOPPED_BEFORE);
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void stop_without_anything_to_stop_does_nothing() {
        session.stop();
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void stop_at_any_moment_leaves_a_session_that_works() {
        for (int i = 0; i < 30; i++) {
            Ran ran = start(session, "keep + Thread.currentThread().getName().length();");
            if (i % 3 == 0) {
                ran.awaitStart();
            }
            session.stop();
            assertThat(ran.done().status()).isIn(Status.OK, Status.KILLED);
        }
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void a_cells_time_is_over_and_the_variables_are_kept() {
        Ran ran = run(session, "while (true) {}", Duration.ofSeconds(2));
        Done done = ran.done();
        assertThat(done.status()).isEqualTo(Status.TIMEOUT);
        assertThat(done.limit()).isEqualTo(Limit.TIME);
        assertThat(done.message()).contains("2 seconds").contains(Explanations.KEPT);
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void threads_that_a_cell_leaves_behind_are_told_and_can_be_ended() throws Exception {
        Ran ran =
                run(
                        session,
                        """
                        var sleeper = new Thread(() -> {
                            try { Thread.sleep(1_000_000); } catch (InterruptedException e) {}
                        }, "sleeper");
                        sleeper.start();
                        """);
        ran.assertEnded(Status.OK);
        Leftovers left = ran.events(Leftovers.class).getFirst();
        assertThat(left.count()).isEqualTo(1);
        assertThat(left.threads().getFirst().name()).isEqualTo("sleeper");
        assertThat(session.endThreads().get(60, TimeUnit.SECONDS)).isZero();
        assertThat(run(session, "sleeper.isAlive()").value()).isEqualTo("false");
    }

    @Test
    void input_that_a_cell_waits_for_is_told() {
        Ran ran = start(session, "new Scanner(System.in).nextLine()");
        ran.awaitInput();
        session.input("hello\n");
        assertThat(ran.value()).isEqualTo("\"hello\"");
    }
}
