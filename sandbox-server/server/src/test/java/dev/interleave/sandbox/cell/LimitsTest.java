package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Omitted;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.CellEvent.Thrown;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cell may not do ends with a sentence that teaches, and the session goes on. */
class LimitsTest {

    private static TestSandbox sandbox;

    /** One for all, which is restarted where a test costs its JVM. */
    private static Session session;

    @BeforeAll
    static void open(@TempDir Path work) {
        sandbox = TestSandbox.open();
        session = sandbox.session();
        run(session, "int twice(int a) { return 2 * a; }");
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void keepSomething() {
        run(session, "int keep = 42;");
    }

    @AfterEach
    void theSessionGoesOn() {
        assertWorks(session);
        assertThat(run(session, "twice(21)").value()).isEqualTo("42");
    }

    @Test
    void system_exit_ends_the_jvm_and_says_what_is_lost() {
        Done done = run(session, "System.exit(7);").done();
        assertThat(done.status()).isEqualTo(Status.KILLED);
        assertThat(done.message()).contains("System.exit(7)").contains("keep is lost");
        run(session, "keep").assertEnded(Status.COMPILE_ERROR);
    }

    @Test
    void halt_ends_the_jvm_too() {
        Done done = run(session, "Runtime.getRuntime().halt(0);").done();
        assertThat(done.status()).isEqualTo(Status.KILLED);
    }

    @Test
    void too_much_heap_is_a_limit() {
        Done done =
                run(
                                session,
                                "var l = new ArrayList<long[]>(); while (true) l.add(new"
                                        + " long[100_000]);")
                        .done();
        assertThat(done.status()).isEqualTo(Status.LIMIT);
        assertThat(done.limit()).isEqualTo(Limit.MEMORY);
        assertThat(done.message()).contains("memory");
    }

    @Test
    void too_much_memory_outside_of_the_heap_is_a_limit() {
        Ran ran =
                run(
                        session,
                        """
                        import java.lang.foreign.Arena;
                        for (int i = 0; i < 1_000; i++) Arena.global().allocate(4 << 20).fill((byte) 1);
                        """);
        assertThat(ran.done().limit()).isEqualTo(Limit.MEMORY);
    }

    @Test
    void too_many_threads_are_a_limit() {
        Done done =
                run(
                                session,
                                "while (true) Thread.ofPlatform().start(() ->"
                                        + " java.util.concurrent.locks.LockSupport.park());")
                        .done();
        assertThat(done.status()).isEqualTo(Status.LIMIT);
        assertThat(done.limit()).isEqualTo(Limit.THREADS);
    }

    @Test
    void too_much_output_is_cut_and_ended() {
        Ran ran = run(session, "while (true) System.out.println(\"flood \".repeat(100));");
        ran.assertEnded(Status.LIMIT);
        assertThat(ran.done().limit()).isEqualTo(Limit.OUTPUT);
        assertThat(ran.output().length()).isBetween(100_000, 3 << 20);
        assertThat(ran.events(Omitted.class)).isNotEmpty();
    }

    @Test
    void a_deep_recursion_is_an_exception_and_nothing_is_lost() {
        Ran ran = run(session, "int deep(int a) { return deep(a + 1) + 1; }\ndeep(0)");
        ran.assertEnded(Status.EXCEPTION);
        assertThat(ran.events(Thrown.class).getFirst().className())
                .isEqualTo("java.lang.StackOverflowError");
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void a_process_cannot_be_started() {
        Ran ran = run(session, "new ProcessBuilder(\"/bin/sh\", \"-c\", \"true\").start();");
        ran.assertEnded(Status.LIMIT);
        assertThat(ran.done().limit()).isEqualTo(Limit.PROCESSES);
        assertThat(ran.done().message()).contains("process").contains(Explanations.KEPT);
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void the_network_is_not_there() {
        Ran ran = run(session, "new Socket(\"192.0.2.1\", 80);");
        ran.assertEnded(Status.EXCEPTION);
        assertThat(run(session, "keep").value()).isEqualTo("42");
    }

    @Test
    void the_hosts_files_are_not_there() {
        assertThat(run(session, "Files.exists(Path.of(\"/etc/passwd\"))").value())
                .isEqualTo("false");
        assertThat(run(session, "Files.exists(Path.of(\"/root\"))").value()).isEqualTo("false");
    }

    @Test
    void the_disk_is_small() {
        Ran ran =
                run(
                        session,
                        """
                        try (var out = Files.newOutputStream(Path.of("/tmp/big"))) {
                            while (true) out.write(new byte[1 << 20]);
                        }
                        """);
        ran.assertEnded(Status.LIMIT);
        assertThat(ran.done().limit()).isEqualTo(Limit.DISK);
        assertThat(ran.done().message()).contains("/tmp").contains(Explanations.KEPT);
        assertThat(run(session, "keep").value()).isEqualTo("42");
        run(session, "Files.deleteIfExists(Path.of(\"/tmp/big\"));");
    }
}
