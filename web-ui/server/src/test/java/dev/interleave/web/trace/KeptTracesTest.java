package dev.interleave.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTracesTest {

    private static final TraceEnd END =
            new TraceEnd(9, false, List.of(), List.of(), List.of(), List.of());

    private final KeptTraces traces = new KeptTraces();
    private final List<CellEvent> rest = new ArrayList<>();

    private static TracedThread thread(long id) {
        return new TracedThread(id, "t" + id, true, 0, null, 0, 0);
    }

    private static TraceSpan span(double from, String on) {
        return new TraceSpan(1, State.PARKED, from, from + 1, on, 2, 3, 0, false);
    }

    @Test
    void what_is_told_of_threads_is_kept_and_the_rest_goes_on() {
        var listener = traces.keep("cell", rest::add);
        listener.on(new CellEvent.Started());
        listener.on(new Traced(List.of(thread(1)), List.of(span(0, "a")), null));
        assertThat(rest).containsExactly(new CellEvent.Started());
        var portion = traces.after("cell", 0, 0).orElseThrow();
        assertThat(portion.threads()).containsExactly(thread(1));
        assertThat(portion.spans()).hasSize(1);
        assertThat(portion.end()).isNull();
        assertThat(traces.after("other", 0, 0)).isEmpty();
    }

    @Test
    void it_is_given_in_portions_and_the_end_with_the_last() {
        var listener = traces.keep("cell", rest::add);
        var spans = IntStream.range(0, 20_001).mapToObj(i -> span(i, null)).toList();
        listener.on(new Traced(List.of(thread(1)), spans, END));
        assertThat(traces.after("cell", 0, 0).orElseThrow().spans()).hasSize(20_000);
        assertThat(traces.after("cell", 0, 0).orElseThrow().end()).isNull();
        var last = traces.after("cell", 1, 20_000).orElseThrow();
        assertThat(last.threads()).isEmpty();
        assertThat(last.spans()).containsExactly(span(20_000, null));
        assertThat(last.end()).isEqualTo(END);
    }

    @Test
    void columns_name_what_was_waited_for_once() {
        traces.keep("cell", rest::add)
                .on(
                        new Traced(
                                List.of(),
                                List.of(span(0, "a"), span(1.5, null), span(3, "a")),
                                null));
        var columns = TraceColumns.of(traces.after("cell", 0, 0).orElseThrow());
        assertThat(columns.names()).containsExactly("a");
        assertThat(columns.on()).containsExactly(0, -1, 0);
        assertThat(columns.from()).containsExactly(0, 1_500, 3_000);
        assertThat(columns.states()[columns.state()[0]]).isEqualTo("parked");
    }
}
