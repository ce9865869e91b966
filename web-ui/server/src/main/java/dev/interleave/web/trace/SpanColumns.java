package dev.interleave.web.trace;

import dev.interleave.sandbox.result.TraceSpan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spans as JSON by columns, of which each takes a fraction of the room that objects would, and of
 * the time to write and to read it. Times are in microseconds since the run's start.
 *
 * @param names what the numbers in {@code on} stand for; -1 is nothing
 * @param state places in the list of {@link TraceColumns#states}
 */
public record SpanColumns(
        List<String> names,
        long[] thread,
        int[] state,
        long[] from,
        long[] to,
        int[] on,
        long[] owner,
        int[] line,
        long[] carrier,
        boolean[] open) {

    static SpanColumns of(List<TraceSpan> spans) {
        int count = spans.size();
        var thread = new long[count];
        var state = new int[count];
        var from = new long[count];
        var to = new long[count];
        var on = new int[count];
        var owner = new long[count];
        var line = new int[count];
        var carrier = new long[count];
        var open = new boolean[count];
        Map<String, Integer> names = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            var span = spans.get(i);
            thread[i] = span.thread();
            state[i] = span.state().ordinal();
            from[i] = Math.round(span.from() * 1_000);
            to[i] = Math.round(span.to() * 1_000);
            on[i] = span.on() == null ? -1 : names.computeIfAbsent(span.on(), _ -> names.size());
            owner[i] = span.owner();
            line[i] = span.line();
            carrier[i] = span.carrier();
            open[i] = span.open();
        }
        return new SpanColumns(
                List.copyOf(names.keySet()),
                thread,
                state,
                from,
                to,
                on,
                owner,
                line,
                carrier,
                open);
    }
}
