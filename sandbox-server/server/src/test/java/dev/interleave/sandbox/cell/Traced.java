package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedThread;
import java.util.List;

/** The timeline of a run that is over. */
record Traced(
        List<TracedThread> threads, List<TraceSpan> spans, List<TraceMark> marks, TraceEnd end) {

    static Traced of(Ran ran) {
        ran.done();
        var portions = ran.events(CellEvent.Traced.class);
        return new Traced(
                portions.stream().flatMap(portion -> portion.threads().stream()).toList(),
                portions.stream().flatMap(portion -> portion.spans().stream()).toList(),
                portions.stream().flatMap(portion -> portion.marks().stream()).toList(),
                portions.getLast().end());
    }

    TracedThread thread(String name) {
        return threads.stream()
                .filter(thread -> thread.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no thread " + name + " in " + threads));
    }

    String name(long id) {
        return threads.stream()
                .filter(thread -> thread.id() == id)
                .map(TracedThread::name)
                .findFirst()
                .orElse("thread #" + id);
    }

    List<TraceSpan> of(String thread) {
        long id = thread(thread).id();
        return spans.stream().filter(span -> span.thread() == id).toList();
    }

    List<TraceSpan> of(String thread, State state) {
        return of(thread).stream().filter(span -> span.state() == state).toList();
    }

    List<String> notes() {
        return end.notes().stream().map(TraceEnd.Note::kind).toList();
    }

    /** The tasks that this method made, in the order of their making. */
    List<TracedTask> tasks(String operation) {
        return end.tasks().stream().filter(task -> task.operation().equals(operation)).toList();
    }

    /** The only task that this method made. */
    TracedTask task(String operation) {
        var tasks = tasks(operation);
        assertThat(tasks).as(operation + " of " + end.tasks()).hasSize(1);
        return tasks.getFirst();
    }

    /** The deadlocks, each as the names of its threads. */
    List<List<String>> deadlocks() {
        return end.deadlocks().stream()
                .map(circle -> circle.stream().map(this::name).sorted().toList())
                .toList();
    }
}
