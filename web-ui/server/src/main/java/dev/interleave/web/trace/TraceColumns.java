package dev.interleave.web.trace;

import dev.interleave.json.NoteLessons;
import dev.interleave.sandbox.result.LockOwner;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceNow;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TracedThread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A portion of a timeline as JSON: spans by columns, of which each takes a fraction of the room
 * that objects would. Times are in microseconds since the run's start.
 *
 * @param run tells the run from others
 * @param learner whose run it is; empty where there is one learner only
 * @param names what the numbers in {@code on} stand for; -1 is nothing
 * @param owners who had the locks that were waited for; like the end, in milliseconds
 * @param marks what threads printed and which statements they came to, in milliseconds
 * @param now what threads are at, in milliseconds; null at the end, and before it is known
 * @param end null while there is more to come
 * @param lessons which lesson explains a kind of note; there when notes can be
 */
public record TraceColumns(
        String run,
        String learner,
        List<TracedThread> threads,
        List<String> names,
        long[] thread,
        String[] states,
        int[] state,
        long[] from,
        long[] to,
        int[] on,
        long[] owner,
        int[] line,
        long[] carrier,
        boolean[] open,
        List<LockOwner> owners,
        List<TraceMark> marks,
        TraceNow now,
        TraceEnd end,
        Map<String, String> lessons) {

    private static final String[] STATES = stateNames();

    private static String[] stateNames() {
        var values = TraceSpan.State.values();
        var names = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            names[i] = values[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }

    /** The portion by columns. */
    public static TraceColumns of(String learner, KeptTrace.Portion portion) {
        int count = portion.spans().size();
        Map<String, Integer> names = new LinkedHashMap<>();
        var columns =
                new TraceColumns(
                        portion.run(),
                        learner,
                        portion.threads(),
                        new ArrayList<>(),
                        new long[count],
                        STATES.clone(),
                        new int[count],
                        new long[count],
                        new long[count],
                        new int[count],
                        new long[count],
                        new int[count],
                        new long[count],
                        new boolean[count],
                        portion.owners(),
                        portion.marks(),
                        portion.now(),
                        portion.end(),
                        portion.now() == null && portion.end() == null
                                ? Map.of()
                                : NoteLessons.all());
        for (int i = 0; i < count; i++) {
            columns.set(i, portion.spans().get(i), names);
        }
        columns.names.addAll(names.keySet());
        return columns;
    }

    private void set(int i, TraceSpan span, Map<String, Integer> known) {
        thread[i] = span.thread();
        state[i] = span.state().ordinal();
        from[i] = Math.round(span.from() * 1_000);
        to[i] = Math.round(span.to() * 1_000);
        on[i] = span.on() == null ? -1 : known.computeIfAbsent(span.on(), _ -> known.size());
        owner[i] = span.owner();
        line[i] = span.line();
        carrier[i] = span.carrier();
        open[i] = span.open();
    }
}
