package dev.interleave.web.trace;

import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.LockOwner;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceNow;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TracedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The timeline of one run, as far as it has been told.
 *
 * <p>Threading: any thread may call anything.
 */
public final class KeptTrace {

    private final String cell;
    private final String run = UUID.randomUUID().toString();
    private final List<TracedThread> threads = new ArrayList<>();
    private final List<TraceSpan> spans = new ArrayList<>();
    private final List<LockOwner> owners = new ArrayList<>();
    private final List<TraceMark> marks = new ArrayList<>();
    private TraceNow now;
    private TraceEnd end;

    KeptTrace(String cell) {
        this.cell = cell;
    }

    String cell() {
        return cell;
    }

    synchronized void add(Traced traced) {
        threads.addAll(traced.threads());
        spans.addAll(traced.spans());
        owners.addAll(traced.owners());
        marks.addAll(traced.marks());
        now = traced.now() != null ? traced.now() : now;
        end = traced.end() != null ? traced.end() : end;
    }

    /** How much of a timeline somebody has. */
    public record Known(int threads, int spans, int owners, int marks) {

        /** Nothing yet. */
        public static final Known NOTHING = new Known(0, 0, 0, 0);
    }

    /**
     * What has been told after what is known.
     *
     * @param run tells this run from others
     * @param now null where the end is, and where nothing was told of a moment yet
     * @param end null while the run goes on
     */
    public record Portion(
            String run,
            List<TracedThread> threads,
            List<TraceSpan> spans,
            List<LockOwner> owners,
            List<TraceMark> marks,
            TraceNow now,
            TraceEnd end) {}

    /** At most {@code most} spans, and the end only with the last of them. */
    synchronized Portion after(Known known, int most) {
        int from = Math.min(known.spans, spans.size());
        int to = Math.min(from + most, spans.size());
        TraceEnd last = to == spans.size() ? end : null;
        return new Portion(
                run,
                rest(threads, known.threads),
                List.copyOf(spans.subList(from, to)),
                rest(owners, known.owners),
                rest(marks, known.marks),
                end == null ? now : null,
                last);
    }

    private static <T> List<T> rest(List<T> all, int known) {
        return List.copyOf(all.subList(Math.min(known, all.size()), all.size()));
    }
}
