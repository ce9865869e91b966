package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceMark.Kind;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What a program prints and which statements it comes to, as marks on its threads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class TracedMarksTest {

    private TestSandbox sandbox;
    private Session session;

    @BeforeAll
    void open() {
        sandbox = TestSandbox.open();
        session = sandbox.session();
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private Traced trace(String text) {
        var ran = new Ran(text);
        session.run(new Cell(text, Duration.ofSeconds(60), true), ran);
        return Traced.of(ran.assertEnded(Status.OK));
    }

    private static List<TraceMark> prints(Traced traced) {
        return traced.marks().stream().filter(mark -> mark.kind() != Kind.STATEMENT).toList();
    }

    @Test
    void each_output_is_marked_with_its_thread_its_line_and_its_text() {
        var traced =
                trace(
                        """
                        var helper = Thread.ofVirtual().name("helper").unstarted(() -> {
                            IO.println("helping");
                        });
                        IO.println("before");
                        helper.start();
                        helper.join();
                        System.err.println("after");
                        """);
        assertThat(prints(traced))
                .extracting(
                        mark -> traced.name(mark.thread()),
                        TraceMark::kind,
                        TraceMark::text,
                        TraceMark::line)
                .containsExactly(
                        tuple("main", Kind.OUTPUT, "before", 4),
                        tuple("helper", Kind.OUTPUT, "helping", 2),
                        tuple("main", Kind.ERROR, "after", 7));
    }

    @Test
    void a_mark_lies_in_a_span_in_which_its_thread_runs() {
        var traced =
                trace(
                        """
                        Thread.sleep(20);
                        IO.println("awake");
                        Thread.sleep(20);
                        """);
        var mark = prints(traced).getFirst();
        assertThat(traced.of("main"))
                .filteredOn(span -> span.from() <= mark.at() && mark.at() < span.to())
                .extracting(TraceSpan::state)
                .containsExactly(State.RUNNING);
        var sleeps = traced.of("main", State.SLEEPING);
        assertThat(mark.at()).isBetween(sleeps.getFirst().to(), sleeps.getLast().from());
    }

    @Test
    void statements_of_a_cell_are_marked_in_their_order() {
        var traced =
                trace(
                        """
                        int sum = 0;

                        for (int i = 0; i < 10; i++) {
                            sum += i;
                        }
                        IO.println(sum);
                        """);
        assertThat(traced.marks())
                .filteredOn(mark -> mark.kind() == Kind.STATEMENT)
                .extracting(TraceMark::line)
                .containsExactly(1, 3, 6);
    }

    @Test
    void of_many_outputs_the_first_are_marked_and_the_rest_is_counted() {
        var traced = trace("for (int i = 0; i < 5_100; i++) IO.println(i);");
        assertThat(prints(traced)).hasSize(5_000);
        assertThat(traced.end().leftOut()).isEqualTo(100);
    }
}
