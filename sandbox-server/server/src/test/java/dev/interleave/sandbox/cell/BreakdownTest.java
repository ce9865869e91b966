package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.compilers;
import static dev.interleave.sandbox.cell.TestSandbox.killJvm;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any process can go at any moment: nobody else notices, and each run ends once. */
class BreakdownTest {

    /** Constants that double: a few hundred characters on which javac wants gigabytes. */
    private static final String MEMORY_BOMB = memoryBomb();

    /** Generic calls in generic calls: javac infers the types of all of them together. */
    private static final String TIME_BOMB = timeBomb();

    private static TestSandbox sandbox;
    private Session session;

    @BeforeAll
    static void open(@TempDir Path work) {
        sandbox = TestSandbox.open(settings -> settings.goingOn(0));
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @BeforeEach
    void openSession() {
        session = sandbox.session();
        run(session, "int twice(int a) { return 2 * a; }");
        run(session, "var keep = new ArrayList<>(List.of(42));");
    }

    @AfterEach
    void closeSession() {
        sandbox.closeSessions();
    }

    @Test
    void a_session_jvm_is_killed_while_nothing_runs() throws InterruptedException {
        killJvm(session);
        sandbox.awaitLive(0);
        assertWorks(session);
        assertThat(run(session, "twice(21)").value()).isEqualTo("42");
        run(session, "keep").assertEnded(Status.COMPILE_ERROR);
    }

    @Test
    void a_session_jvm_is_killed_while_a_cell_runs() {
        ProcessHandle jvm = TestSandbox.jvmOf(session);
        Ran ran = start(session, "System.out.println(\"on\"); while (true) {}").awaitOutput("on");
        jvm.destroyForcibly();
        Done done = ran.done();
        assertThat(done.status()).isEqualTo(Status.KILLED);
        assertThat(done.message()).contains("keep is lost");
        assertWorks(session);
        assertThat(run(session, "twice(21)").value()).isEqualTo("42");
    }

    @Test
    void the_processes_around_a_session_jvm_are_killed_while_a_cell_runs() {
        for (int above = 1; above <= 2; above++) {
            ProcessHandle process = TestSandbox.jvmOf(session);
            for (int i = 0; i < above; i++) {
                process = process.parent().orElseThrow();
            }
            assertThat(process.info().command().orElseThrow()).endsWith("bwrap");
            Ran ran =
                    start(session, "System.out.println(\"on\"); while (true) {}").awaitOutput("on");
            process.destroyForcibly();
            ran.assertEnded(Status.KILLED);
            assertWorks(session);
            assertThat(run(session, "twice(21)").value()).isEqualTo("42");
        }
    }

    @Test
    void the_compiler_that_stands_by_is_killed_and_nobody_notices() {
        Ran ran = start(session, "System.in.read();");
        ran.awaitInput();
        kill(List.of(compilers().getLast()));
        session.input("go on\n");
        ran.assertEnded(Status.OK);
        kill(List.of(compilers().getFirst()));
        assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
    }

    @Test
    void the_compilers_are_killed_while_nothing_runs_and_the_variables_are_kept() {
        compilers().forEach(ProcessHandle::destroyForcibly);
        assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
        assertThat(run(session, "keep.add(twice(1)); keep.toString()").value())
                .isEqualTo("\"[42, 2]\"");
    }

    @Test
    void the_working_compiler_is_killed_again_and_again_and_the_variables_are_kept() {
        for (int i = 0; i < 2; i++) {
            compilers().getFirst().destroyForcibly();
            assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
        }
    }

    @Test
    void the_compilers_are_killed_while_a_cell_runs() {
        Ran ran =
                start(
                        session,
                        """
                        System.out.println("on");
                        System.in.read();
                        System.out.println("never");
                        """);
        ran.awaitInput();
        kill(compilers());
        session.input("go on\n");
        ran.assertEnded(Status.KILLED);
        assertThat(ran.done().message()).contains(Explanations.KEPT);
        assertThat(ran.output()).isEqualTo("on\n");
        assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
    }

    @Test
    void compilers_and_session_jvm_are_killed_while_a_cell_runs() {
        ProcessHandle jvm = TestSandbox.jvmOf(session);
        Ran ran = start(session, "System.out.println(\"on\"); while (true) {}").awaitOutput("on");
        compilers().forEach(ProcessHandle::destroyForcibly);
        jvm.destroyForcibly();
        ran.assertEnded(Status.KILLED);
        assertWorks(session);
        assertThat(run(session, "twice(21)").value()).isEqualTo("42");
    }

    @Test
    void a_cell_that_eats_the_compilers_memory_harms_only_itself() {
        Session other = sandbox.session();
        run(other, "int mine = 7;");
        Done done = run(session, MEMORY_BOMB).done();
        assertThat(done.status()).isIn(Status.LIMIT, Status.TIMEOUT);
        assertThat(done.message()).contains(Explanations.KEPT);
        assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
        assertThat(run(other, "mine").value()).isEqualTo("7");
    }

    @Test
    void a_cell_that_takes_the_compilers_time_harms_nobody_who_compiles_beside_it() {
        Session other = sandbox.session();
        run(other, "int mine = 7;");
        Ran bomb = start(session, TIME_BOMB);
        for (int i = 0; bomb.events(Done.class).isEmpty(); i++) {
            run(other, "int next%d(int n) { return n + %d; }".formatted(i, i))
                    .assertEnded(Status.OK);
        }
        Done done = bomb.done();
        assertThat(done.status()).isEqualTo(Status.TIMEOUT);
        assertThat(done.message()).contains("compiler").contains(Explanations.KEPT);
        assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
        assertThat(run(other, "next0(mine)").value()).isEqualTo("7");
    }

    @Test
    void a_stop_while_the_compiler_is_stuck_does_not_wait_for_it() {
        Ran ran = start(session, TIME_BOMB).awaitStart();
        session.stop();
        ran.assertEnded(Status.KILLED);
        assertThat(ran.done().message()).contains(Explanations.KEPT);
        assertThat(run(session, "keep.getFirst()").value()).isEqualTo("42");
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private static String memoryBomb() {
        StringBuilder source = new StringBuilder("class Bomb {\n");
        source.append("static final String S0 = \"0123456789abcdef\";\n");
        for (int i = 1; i <= 28; i++) {
            source.append("static final String S%d = S%d + S%d;\n".formatted(i, i - 1, i - 1));
        }
        return source.append("}\nBomb.S26.length()").toString();
    }

    private static String timeBomb() {
        int depth = 180;
        return "Object bomb = " + "List.of(".repeat(depth) + "1" + ")".repeat(depth) + ";";
    }
}
