package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Diagnostic;
import dev.interleave.sandbox.result.CellEvent.Limit;
import dev.interleave.sandbox.result.CellEvent.Severity;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.CellEvent.Thrown;
import dev.interleave.sandbox.result.CellEvent.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner's ordinary cells do, in real jails. */
class CellsTest {

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
    }

    @AfterEach
    void closeSession() {
        sandbox.closeSessions();
    }

    @Test
    void a_thread_that_waits_for_input_does_not_hide_one_that_spins() {
        String source = "Thread.startVirtualThread(() -> IO.readln()); while (true) {}";
        assertThat(run(session, source, Duration.ofSeconds(1)).done().limit())
                .isEqualTo(Limit.TIME);
    }

    @Test
    void input_can_be_at_its_end() {
        Ran ran = start(session, "IO.readln()").awaitInput();
        session.endInput();
        assertThat(ran.value()).isEqualTo("null");
        Ran next = start(session, "IO.readln()").awaitInput();
        session.input("there\n");
        assertThat(next.value()).isEqualTo("\"there\"");
    }

    @Test
    void a_cell_shows_tables_charts_and_markup_among_its_output() {
        Ran ran =
                run(
                        session,
                        """
                        record Lap(String name, int millis) {}
                        void show() { Display.table(List.of(new Lap("a<b", 7))); }
                        System.out.print("before");
                        show();
                        System.out.print("between");
                        Display.bars("Laps", Map.of("one", 3));
                        Display.svg("<svg onload='x'/>", "a drawing");
                        Display.image(new byte[] {1, 2}, "two bytes");
                        """);
        ran.assertEnded(Status.OK);
        List<CellEvent> told =
                ran.events().stream()
                        .filter(e -> e instanceof CellEvent.Shown || e instanceof CellEvent.Output)
                        .toList();
        assertThat(told).hasSize(6);
        assertThat(told.get(1))
                .isEqualTo(
                        new CellEvent.Shown(
                                CellEvent.Form.MARKUP,
                                "<table><thead><tr><th scope=\"col\">name</th><th scope=\"col\">"
                                        + "millis</th></tr></thead><tbody><tr><td>a&lt;b</td>"
                                        + "<td>7</td></tr></tbody></table>",
                                "name | millis\na<b | 7"));
        assertThat(told.get(2)).isInstanceOf(CellEvent.Output.class);
        assertThat(((CellEvent.Shown) told.get(3)).inWords()).isEqualTo("Laps: one 3");
        assertThat(told.get(5))
                .isEqualTo(new CellEvent.Shown(CellEvent.Form.IMAGE, "AQI=", "two bytes"));
    }

    @Test
    void what_a_cell_shows_is_bounded() {
        Ran ran =
                run(
                        session,
                        """
                        Display.table(IntStream.range(0, 50_000).mapToObj(i -> IntStream.range(0, 20)
                                .boxed().collect(Collectors.toMap(c -> "c" + c, c -> i))).toList());
                        for (int i = 1; i < 40; i++) Display.html("x");
                        try { Display.html("x"); } catch (IllegalArgumentException e) {
                            System.out.println(e.getMessage());
                        }
                        Display.html("x".repeat(300_000));
                        """);
        ran.assertEnded(Status.EXCEPTION);
        assertThat(ran.events(CellEvent.Shown.class)).hasSize(40);
        CellEvent.Shown table = ran.events(CellEvent.Shown.class).getFirst();
        assertThat(table.content()).endsWith("<p>… and 49800 more rows</p>");
        assertThat(table.inWords()).endsWith(" more rows").hasSizeLessThan(10_000);
        assertThat(ran.output()).startsWith("One run may show 40 pieces");
        assertThat(ran.events(Thrown.class).getFirst().message()).startsWith("One piece may have");
    }

    /** A type of the learner's hides it, and the agent itself is not to be had. */
    @Test
    void display_is_a_name_like_those_of_the_platform() {
        assertThat(
                        run(session, "import java.awt.*; Display.html(\"x\");")
                                .events(CellEvent.Shown.class))
                .hasSize(1);
        assertThat(run(session, "record Display(int x) {} new Display(3).x()").value())
                .isEqualTo("3");
        assertThat(
                        run(session, "dev.interleave.agent.Screen.markup(\"a\", \"b\");")
                                .events(CellEvent.Shown.class))
                .isEmpty();
    }

    @Test
    void an_expression_has_a_value() {
        Ran ran = run(session, "1 + 1");
        assertThat(ran.events(Value.class)).containsExactly(new Value("$1", "int", "2"));
        assertThat(ran.events().getFirst())
                .isInstanceOfAny(CellEvent.Started.class, CellEvent.Queued.class);
        ran.assertEnded(Status.OK);
        assertThat(ran.done().evalMillis()).isPositive();
    }

    @Test
    void cells_share_variables_methods_classes_and_imports() {
        run(session, "import java.util.concurrent.atomic.AtomicInteger;");
        run(session, "var count = new AtomicInteger(40);");
        run(session, "record Step(int by) {}");
        run(session, "int go(Step step) { return count.addAndGet(step.by()); }");
        assertThat(run(session, "go(new Step(2))").value()).isEqualTo("42");
        assertThat(run(session, "count.get()").value()).isEqualTo("42");
    }

    @Test
    void output_arrives_while_the_cell_runs_and_in_order() {
        Ran ran =
                start(
                        session,
                        """
                        System.out.println("first");
                        System.in.read();
                        System.out.println("second");
                        """);
        ran.awaitOutput("first");
        assertThat(ran.output()).isEqualTo("first\n");
        session.input("go\n");
        ran.assertEnded(Status.OK);
        assertThat(ran.output()).isEqualTo("first\nsecond\n");
    }

    @Test
    void many_lines_keep_their_order() {
        Ran ran = run(session, "for (int i = 0; i < 2_000; i++) System.out.println(i);");
        List<String> lines = IntStream.range(0, 2_000).mapToObj(String::valueOf).toList();
        assertThat(ran.output().lines()).containsExactlyElementsOf(lines);
    }

    @Test
    void standard_error_is_told_apart() {
        Ran ran = run(session, "System.out.print(\"out\"); System.err.print(\"err\");");
        assertThat(ran.output()).isEqualTo("out");
        assertThat(ran.errorOutput()).isEqualTo("err");
    }

    @Test
    void a_compile_error_names_its_place() {
        Ran ran = run(session, "int a = 1;\nint b = \"two\";");
        ran.assertEnded(Status.COMPILE_ERROR);
        Diagnostic found = ran.events(Diagnostic.class).getFirst();
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.line()).isEqualTo(2);
        assertThat(found.column()).isEqualTo(9);
        assertThat(found.endColumn()).isEqualTo(14);
        assertThat(found.message()).contains("incompatible types");
        assertWorks(session);
    }

    @Test
    void an_exception_has_the_cells_own_lines() {
        Ran ran =
                run(
                        session,
                        """
                        int divide(int by) {
                            return 1 / by;
                        }

                        divide(0);
                        """);
        ran.assertEnded(Status.EXCEPTION);
        Thrown thrown = ran.events(Thrown.class).getFirst();
        assertThat(thrown.className()).isEqualTo("java.lang.ArithmeticException");
        assertThat(thrown.message()).isEqualTo("/ by zero");
        assertThat(thrown.stack()).containsExactly("Cell:2", "Cell:5");
        assertWorks(session);
    }

    @Test
    void an_exceptions_cause_is_told_too() {
        Ran ran = run(session, "throw new RuntimeException(\"outer\", new Exception(\"inner\"));");
        Thrown thrown = ran.events(Thrown.class).getFirst();
        assertThat(thrown.message()).isEqualTo("outer");
        assertThat(thrown.cause().message()).isEqualTo("inner");
    }

    @Test
    void cells_run_in_the_order_in_which_they_were_asked_for() {
        run(session, "var order = new java.util.ArrayList<Integer>();");
        List<Ran> all =
                IntStream.range(0, 20)
                        .mapToObj(i -> start(session, "order.add(" + i + ");"))
                        .toList();
        all.forEach(Ran::done);
        assertThat(run(session, "order.equals(IntStream.range(0, 20).boxed().toList())").value())
                .isEqualTo("true");
    }

    @Test
    void a_preview_feature_works() {
        Ran ran =
                run(
                        session,
                        """
                        import java.util.concurrent.StructuredTaskScope;
                        int answer;
                        try (var scope = StructuredTaskScope.open()) {
                            var left = scope.fork(() -> 40);
                            var right = scope.fork(() -> 2);
                            scope.join();
                            answer = left.get() + right.get();
                        }
                        answer
                        """);
        assertThat(ran.value()).isEqualTo("42");
    }

    @Test
    void a_listener_that_throws_harms_nobody() {
        session.run(
                new dev.interleave.sandbox.Cell("1", java.time.Duration.ofSeconds(60)),
                _ -> {
                    throw new IllegalStateException("broken on purpose");
                });
        assertWorks(session);
    }

    @Test
    void sessions_do_not_see_each_other() {
        Session other = sandbox.session();
        run(session, "int secret = 42;");
        run(other, "secret").assertEnded(Status.COMPILE_ERROR);
        run(session, "System.setProperty(\"shared\", \"yes\");");
        assertThat(run(other, "System.getProperty(\"shared\")").value()).isEqualTo("null");
        run(session, "Files.writeString(Path.of(\"/tmp/mine\"), \"x\");");
        assertThat(run(other, "Files.exists(Path.of(\"/tmp/mine\"))").value()).isEqualTo("false");
    }

    @Test
    void a_restart_begins_with_nothing() {
        run(session, "int a = 1;");
        Ran endless = start(session, "while (true) {}").awaitStart();
        Ran waiting = start(session, "2");
        session.restart();
        endless.assertEnded(Status.KILLED);
        waiting.assertEnded(Status.KILLED);
        run(session, "a").assertEnded(Status.COMPILE_ERROR);
        assertWorks(session);
    }

    @Test
    void a_closed_session_ends_what_runs_and_refuses_what_comes() {
        Ran endless = start(session, "while (true) {}").awaitStart();
        Ran waiting = start(session, "2");
        session.close();
        session.close();
        endless.assertEnded(Status.KILLED);
        waiting.assertEnded(Status.KILLED);
        run(session, "3").assertEnded(Status.KILLED);
        assertThat(session.busy()).isFalse();
    }
}
