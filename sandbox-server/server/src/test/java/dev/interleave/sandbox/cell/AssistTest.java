package dev.interleave.sandbox.cell;

import static dev.interleave.sandbox.cell.TestSandbox.assertWorks;
import static dev.interleave.sandbox.cell.TestSandbox.run;
import static dev.interleave.sandbox.cell.TestSandbox.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Edited;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Diagnostic;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.Suggestions;
import dev.interleave.sandbox.result.Suggestions.Suggestion;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real compiler jail answers while somebody types. */
@Timeout(300)
class AssistTest {

    private static TestSandbox sandbox;
    private Session session;

    @BeforeAll
    static void open() {
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
    void completes_before_anything_has_run() {
        String source = "Math.ma";
        Suggestions found =
                asked(
                        () -> session.complete(cell(source), source.length()).join(),
                        suggestions -> !suggestions.items().isEmpty());
        assertThat(found.anchor()).isEqualTo("Math.".length());
        assertThat(found.items().getFirst().text()).isEqualTo("max(");
        assertThat(sandbox.sandbox().load().live()).isZero();
    }

    @Test
    void knows_what_earlier_cells_have_defined() {
        run(session, "record Kettle(int litres) {} var kettle = new Kettle(2);");
        String source = "kettle.li";
        List<Suggestion> items =
                asked(
                                () -> session.complete(cell(source), source.length()).join(),
                                suggestions -> !suggestions.items().isEmpty())
                        .items();
        assertThat(items)
                .containsExactly(new Suggestion("litres()", "method", "() int", "", false));
        assertThat(
                        asked(
                                        () -> session.document(cell(source), 2).join(),
                                        known -> !known.signatures().isEmpty())
                                .signatures())
                .containsExactly("Kettle kettle");
    }

    @Test
    void finds_problems_and_executes_nothing() {
        run(session, "int runs = 0;");
        String source = "runs++;\nString text = runs;";
        List<Diagnostic> problems =
                asked(() -> session.check(cell(source)).join(), found -> !found.isEmpty());
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().line()).isEqualTo(2);
        assertThat(problems.getFirst().message()).contains("incompatible types");
        assertThat(run(session, "runs").value()).isEqualTo("0");
    }

    @Test
    void a_session_that_runs_has_no_time_and_does_not_wait() {
        run(session, "int a = 1;");
        Ran ran = start(session, "System.out.println(\"on\"); System.in.read();");
        ran.awaitOutput("on");
        assertThat(session.complete(cell("Math."), 5).join().items()).isEmpty();
        assertThat(session.check(cell("String s = 1;")).join()).isEmpty();
        session.input("\n");
        ran.assertEnded(Status.OK);
    }

    @Test
    void questions_that_cost_too_much_cost_the_session_nothing() {
        run(session, "int kept = 42;");
        String nested = "Stream.of(1).map(a -> ".repeat(25) + "a" + ")".repeat(25);
        assertThat(session.check(cell("var v = " + nested + ";")).join()).isEmpty();
        assertThat(run(session, "kept").value()).isEqualTo("42");
        assertWorks(session);
    }

    private static Edited cell(String text) {
        return new Edited.CellText(text);
    }

    /**
     * On a machine that is busy the session may not be able to say in time, so it is asked again.
     */
    private static <T> T asked(Supplier<T> question, Predicate<T> isAnswer) {
        T answer = question.get();
        while (!isAnswer.test(answer)) {
            answer = question.get();
        }
        return answer;
    }
}
