package dev.interleave.web.trace;

import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TracedThread;
import java.util.ArrayList;
import java.util.List;

/**
 * The timeline of one run, as far as it has been told.
 *
 * <p>Threading: any thread may call anything.
 */
public final class KeptTrace {

    private final String cell;
    private final List<TracedThread> threads = new ArrayList<>();
    private final List<TraceSpan> spans = new ArrayList<>();
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
        end = traced.end() != null ? traced.end() : end;
    }

    /**
     * What has been told after so many threads and spans.
     *
     * @param end null while the run goes on
     */
    public record Portion(List<TracedThread> threads, List<TraceSpan> spans, TraceEnd end) {}

    /** At most {@code most} spans, and the end only with the last of them. */
    synchronized Portion after(int threadCount, int spanCount, int most) {
        int from = Math.min(spanCount, spans.size());
        int to = Math.min(from + most, spans.size());
        return new Portion(
                List.copyOf(threads.subList(Math.min(threadCount, threads.size()), threads.size())),
                List.copyOf(spans.subList(from, to)),
                to == spans.size() ? end : null);
    }
}
