package dev.interleave.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.wire.Frame;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Evaluated;
import dev.interleave.wire.FromCompiler.Found;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.FromCompiler.Thrown;
import dev.interleave.wire.FromCompiler.Value;
import dev.interleave.wire.Problem;
import dev.interleave.wire.ToCompiler;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a learner sees of a cell. */
@Timeout(300)
class CellTest {

    private static final int SESSION = 7;

    private Supervisor supervisor;

    @BeforeEach
    void open() throws IOException {
        supervisor = new Supervisor();
        supervisor.open(SESSION);
    }

    @AfterEach
    void close() throws IOException {
        supervisor.close();
    }

    @Test
    void variables_and_expressions_have_values() throws IOException {
        assertThat(run("int x = 5;\nx * 2\n"))
                .containsExactly(value("x", "int", "5"), value("$2", "int", "10"), ok());
        assertThat(run("x = 6")).containsExactly(value("x", "int", "6"), ok());
        assertThat(run("x")).containsExactly(value("x", "int", "6"), ok());
    }

    @Test
    void temporary_variables_are_numbered_as_in_the_tool() throws IOException {
        run("int a = 1; int b = 2; void m() {}");
        assertThat(run("a + b")).contains(value("$4", "int", "3"));
        assertThat(run("$4 * 2")).contains(value("$5", "int", "6"));
    }

    @Test
    void a_cell_ends_at_the_first_snippet_that_does_not_compile() throws IOException {
        List<FromCompiler> events = run("int a = 1;\nint b = \"two\";\nint c = 3;");
        assertThat(events)
                .containsExactly(
                        value("a", "int", "1"),
                        error(
                                2,
                                9,
                                2,
                                14,
                                "incompatible types: java.lang.String cannot be converted to int"),
                        end(Outcome.COMPILE_ERROR));
        assertThat(run("a")).contains(value("a", "int", "1"));
    }

    @Test
    void a_cell_ends_at_the_first_snippet_that_throws() throws IOException {
        List<FromCompiler> events = run("int a = 1;\nint b = a / 0;\nint c = 3;");
        assertThat(thrown(events).causes().getFirst().className())
                .isEqualTo("java.lang.ArithmeticException");
        assertThat(thrown(events).causes().getFirst().stack())
                .containsExactly(new Frame("", "", "Cell", 2));
        assertThat(events).endsWith(end(Outcome.EXCEPTION));
    }

    @Test
    void stack_traces_have_the_lines_of_the_cell() throws IOException {
        run(
                """
                // a comment

                class Deep {
                    int dive(int depth) {
                        if (depth == 0)
                            throw new IllegalStateException("bottom");
                        return dive(depth - 1);
                    }
                }
                int helper() {
                    return new Deep().dive(1);
                }
                """);
        assertThat(thrown(run("\n\nhelper()")).causes().getFirst().stack())
                .containsExactly(
                        new Frame("Deep", "dive", "Cell", 6),
                        new Frame("Deep", "dive", "Cell", 7),
                        new Frame("", "helper", "Cell", 11),
                        new Frame("", "", "Cell", 3));
    }

    @Test
    void overloaded_methods_have_the_lines_of_the_cell() throws IOException {
        run("\n\n\nint twice(String s) {\n\n    return Integer.parseInt(s + \"x\");\n}");
        run("\n/* a */ public int twice(int n) {\n    return twice(\"\" + n);\n}");
        assertThat(thrown(run("twice(4)")).causes().getFirst().stack())
                .filteredOn(frame -> frame.file().equals("Cell"))
                .containsExactly(
                        new Frame("", "twice", "Cell", 6),
                        new Frame("", "twice", "Cell", 3),
                        new Frame("", "", "Cell", 1));
    }

    @Test
    void a_method_that_moved_down_has_its_new_line() throws IOException {
        run("int fail() { throw new RuntimeException(); }");
        run("\n\nint fail() { throw new RuntimeException(); }");
        assertThat(thrown(run("fail()")).causes().getFirst().stack())
                .contains(new Frame("", "fail", "Cell", 3));
    }

    @Test
    void what_is_not_defined_yet_is_noted_and_thrown_when_used() throws IOException {
        assertThat(run("int later() { return missing(); }"))
                .containsExactly(
                        new Found(
                                SESSION,
                                1,
                                new Problem(
                                        false,
                                        1,
                                        1,
                                        1,
                                        34,
                                        "created method later(), however, it cannot be invoked"
                                                + " until method missing() is declared")),
                        ok());
        List<FromCompiler> events = run("later()");
        assertThat(thrown(events).causes().getFirst().message())
                .isEqualTo(
                        "attempted to call method later() which cannot be invoked until method"
                                + " missing() is declared");
        run("int missing() { return 42; }");
        assertThat(run("later()")).contains(value("$4", "int", "42"));
    }

    @Test
    void lines_without_semicolons_are_snippets_of_their_own() throws IOException {
        assertThat(run("int a = 1\nint b = 2\na + b\nb - a"))
                .containsExactly(
                        value("a", "int", "1"),
                        value("b", "int", "2"),
                        value("$3", "int", "3"),
                        value("$4", "int", "1"),
                        ok());
    }

    @Test
    void statements_may_go_on_in_the_next_line() throws IOException {
        assertThat(run("int n = 3;\nif (n > 5)\n    n = 0;\nelse\n    n = 9;\nn"))
                .containsExactly(value("n", "int", "3"), value("n", "int", "9"), ok());
        assertThat(run("Stream.of(1, 2)\n    .map(i -> i * 2)\n    .toList()"))
                .containsExactly(value("$4", "List<Integer>", "[2, 4]"), ok());
    }

    @Test
    void everything_of_the_base_module_is_known() throws IOException {
        assertThat(run("var n = new AtomicInteger(3); Duration.ofSeconds(2)"))
                .containsExactly(
                        value("n", "AtomicInteger", "3"), value("$2", "Duration", "PT2S"), ok());
        assertThat(run("Proxy p;")).contains(end(Outcome.COMPILE_ERROR));
    }

    @Test
    void a_cell_of_declarations_with_a_main_method_is_a_program() throws IOException {
        assertThat(
                        run(
                                """
                                int count = 1;
                                void main() {
                                    count = helper();
                                }
                                int helper() { return 42; }
                                """))
                .endsWith(ok());
        assertThat(run("count")).contains(value("count", "int", "42"));
    }

    @Test
    void a_main_method_beside_statements_is_not_called() throws IOException {
        run("int count = 1; void main() { count = 2; } count = 3;");
        assertThat(run("count")).contains(value("count", "int", "3"));
    }

    @Test
    void a_huge_cell_is_refused() throws IOException {
        assertThat(run("int x = 1;//" + "y".repeat(64 << 10))).endsWith(end(Outcome.COMPILE_ERROR));
        assertThat(run("(".repeat(201) + "1" + ")".repeat(201)))
                .endsWith(end(Outcome.COMPILE_ERROR));
        assertThat(run("(".repeat(150) + "1" + ")".repeat(150))).contains(value("$1", "int", "1"));
    }

    @Test
    void a_rebuilt_front_end_attaches_to_the_living_variables() throws IOException {
        run(
                "class Point { int x; Point(int x) { this.x = x; } }\n"
                        + "var p = new Point(3);\n"
                        + "int n = 1;");
        run("int bad = \"\";");
        run("int use() { return p.x + n + late(); }\n n = 20;");
        run("int late() { return 100; }");
        run("1 + 1");
        List<ToCompiler.Declared> history = supervisor.declared();

        supervisor.send(new ToCompiler.Drop(SESSION));
        supervisor.open(SESSION);
        supervisor.send(new ToCompiler.Rebuild(SESSION, history, false));
        assertThat(supervisor.until(FromCompiler.Rebuilt.class::isInstance))
                .containsExactly(new FromCompiler.Rebuilt(SESSION, null));

        assertThat(run("use()")).contains(ok());
        assertThat(values(run("use()"))).containsExactly("123");
        assertThat(values(run("Point q = p; q.x"))).hasSize(2).endsWith("3");
        assertThat(values(run("int n = 7; use()"))).containsExactly("7", "110");
    }

    @Test
    void definitions_come_back_in_a_new_session_jvm() throws IOException {
        run("record Pair(int a, int b) {}\nint sum(Pair p) { return p.a() + p.b(); }");
        List<ToCompiler.Declared> history = supervisor.declared();
        supervisor.send(new ToCompiler.Drop(SESSION));
        supervisor.forgetJvm(SESSION);
        supervisor.open(SESSION);
        supervisor.send(new ToCompiler.Rebuild(SESSION, history, true));
        supervisor.until(FromCompiler.Rebuilt.class::isInstance);
        assertThat(values(run("sum(new Pair(1, 2))"))).containsExactly("3");
    }

    @Test
    void an_evicted_front_end_goes_on() throws IOException {
        run("int x = 5;");
        supervisor.send(new ToCompiler.Evict(SESSION));
        assertThat(values(run("x + 1"))).containsExactly("6");
    }

    @Test
    void the_compiler_s_own_classes_are_not_on_the_class_path() throws IOException {
        assertThat(run("dev.interleave.wire.Wire.PROTOCOL")).endsWith(end(Outcome.COMPILE_ERROR));
        supervisor.send(new ToCompiler.Evict(SESSION));
        assertThat(run("dev.interleave.wire.Wire.PROTOCOL")).endsWith(end(Outcome.COMPILE_ERROR));
    }

    private List<FromCompiler> run(String source) throws IOException {
        return supervisor.run(SESSION, source).stream().map(CellTest::withoutRun).toList();
    }

    private static List<String> values(List<FromCompiler> events) {
        return events.stream()
                .filter(Value.class::isInstance)
                .map(event -> ((Value) event).text())
                .toList();
    }

    private static Thrown thrown(List<FromCompiler> events) {
        return events.stream()
                .filter(Thrown.class::isInstance)
                .map(Thrown.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was thrown: " + events));
    }

    private static FromCompiler withoutRun(FromCompiler event) {
        return switch (event) {
            case Value v -> new Value(SESSION, 1, v.name(), v.javaType(), v.text());
            case Found f -> new Found(SESSION, 1, f.problem());
            case Evaluated e -> new Evaluated(SESSION, 1, e.outcome(), e.message());
            default -> event;
        };
    }

    private static Value value(String name, String type, String text) {
        return new Value(SESSION, 1, name, type, text);
    }

    private static Found error(int line, int column, int endLine, int endColumn, String message) {
        return new Found(SESSION, 1, new Problem(true, line, column, endLine, endColumn, message));
    }

    private static Evaluated ok() {
        return end(Outcome.OK);
    }

    private static Evaluated end(Outcome outcome) {
        return new Evaluated(SESSION, 1, outcome, null);
    }
}
