package dev.interleave.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.LockOwner;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceNow;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedThread;
import dev.interleave.web.trace.KeptTrace.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTracesTest {

    private static final TraceEnd END =
            new TraceEnd(9, false, 0, List.of(), List.of(), List.of(), List.of());

    private final KeptTraces traces = new KeptTraces();
    private final List<CellEvent> rest = new ArrayList<>();

    private static TracedThread thread(long id) {
        return new TracedThread(id, "t" + id, true, 0, null, 0, 0);
    }

    private static TraceSpan span(double from, String on) {
        return new TraceSpan(1, State.PARKED, from, from + 1, on, 2, 3, 0, false);
    }

    private static Traced traced(List<TracedThread> threads, List<TraceSpan> spans, TraceEnd end) {
        return new Traced(threads, spans, List.of(), List.of(), null, end);
    }

    @Test
    void what_goes_on_is_told_until_the_end_and_each_owner_and_mark_once() {
        var listener = traces.keep("cell", rest::add);
        var now = new TraceNow(5, List.of(span(3, "lock")), List.of());
        var owners = List.of(new LockOwner("lock", 7, 4));
        var marks = List.of(new TraceMark(1, TraceMark.Kind.OUTPUT, 4, "hello", 2));
        listener.on(new Traced(List.of(), List.of(), owners, marks, now, null));
        var portion = traces.after("cell", Known.NOTHING).orElseThrow();
        assertThat(portion.now()).isEqualTo(now);
        assertThat(portion.owners()).isEqualTo(owners);
        assertThat(portion.marks()).isEqualTo(marks);
        var rest = traces.after("cell", new Known(0, 0, 1, 1)).orElseThrow();
        assertThat(rest.owners()).isEmpty();
        assertThat(rest.marks()).isEmpty();
        listener.on(traced(List.of(), List.of(), END));
        assertThat(traces.after("cell", Known.NOTHING).orElseThrow().now()).isNull();
    }

    @Test
    void what_is_told_of_threads_is_kept_and_the_rest_goes_on() {
        var listener = traces.keep("cell", rest::add);
        listener.on(new CellEvent.Started());
        listener.on(traced(List.of(thread(1)), List.of(span(0, "a")), null));
        assertThat(rest).containsExactly(new CellEvent.Started());
        var portion = traces.after("cell", Known.NOTHING).orElseThrow();
        assertThat(portion.threads()).containsExactly(thread(1));
        assertThat(portion.spans()).hasSize(1);
        assertThat(portion.end()).isNull();
        assertThat(traces.after("other", Known.NOTHING)).isEmpty();
    }

    @Test
    void it_is_given_in_portions_and_the_end_with_the_last() {
        var listener = traces.keep("cell", rest::add);
        var spans = IntStream.range(0, 20_001).mapToObj(i -> span(i, null)).toList();
        listener.on(traced(List.of(thread(1)), spans, END));
        assertThat(traces.after("cell", Known.NOTHING).orElseThrow().spans()).hasSize(20_000);
        assertThat(traces.after("cell", Known.NOTHING).orElseThrow().end()).isNull();
        var last = traces.after("cell", new Known(1, 20_000, 0, 0)).orElseThrow();
        assertThat(last.run()).isEqualTo(traces.after("cell", Known.NOTHING).orElseThrow().run());
        assertThat(last.threads()).isEmpty();
        assertThat(last.spans()).containsExactly(span(20_000, null));
        assertThat(last.end()).isEqualTo(END);
    }

    @Test
    void columns_name_what_was_waited_for_once() {
        traces.keep("cell", rest::add)
                .on(traced(List.of(), List.of(span(0, "a"), span(1.5, null), span(3, "a")), null));
        var columns = TraceColumns.of("", traces.after("cell", Known.NOTHING).orElseThrow());
        assertThat(columns.spans().names()).containsExactly("a");
        assertThat(columns.spans().on()).containsExactly(0, -1, 0);
        assertThat(columns.spans().from()).containsExactly(0, 1_500, 3_000);
        assertThat(columns.states().get(columns.spans().state()[0])).isEqualTo("parked");
    }
}
