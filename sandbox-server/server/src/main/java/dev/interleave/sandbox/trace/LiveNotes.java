package dev.interleave.sandbox.trace;

import dev.interleave.sandbox.result.TraceEnd.Note;
import dev.interleave.sandbox.result.TraceEnd.Wait;
import dev.interleave.sandbox.result.TraceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What is remarkable about a run that goes on: also what threads are still at. What is only known
 * at the end, such as that somebody is never notified, is not among it.
 */
final class LiveNotes {

    /**
     * A circle of waits as old as this is none of a moment in which one of them was about to be
     * woken.
     */
    private static final double SETTLED_MILLIS = 250;

    private LiveNotes() {}

    /**
     * @param known what was noted so far, which stays as it is
     * @param open what threads are at
     * @param ownerNow who has each lock, where that is known better than by those who wait for it
     */
    static List<Note> of(
            Notes known,
            List<TraceSpan> open,
            Map<String, Long> ownerNow,
            QueueGrowth queues,
            ObjectNames objects,
            LongFunction<String> name) {
        var notes = new Notes(known);
        open.forEach(notes::add);
        Map<Long, Integer> lines = new HashMap<>();
        List<Wait> waits =
                open.stream()
                        .filter(span -> WaitGraph.isWait(span.state()))
                        .filter(span -> span.millis() >= SETTLED_MILLIS)
                        .map(span -> wait(span, ownerNow))
                        .toList();
        waits.forEach(wait -> lines.put(wait.thread(), wait.line()));
        for (List<Long> circle : WaitGraph.deadlocks(waits)) {
            notes.deadlock(circle, lines.get(circle.getFirst()), name);
        }
        notes.heldUp(name);
        queues.tell(objects, notes::growing);
        return notes.told();
    }

    private static Wait wait(TraceSpan span, Map<String, Long> ownerNow) {
        boolean lock = span.on() != null && ownerNow.containsKey(span.on());
        long owner = lock ? ownerNow.get(span.on()) : span.owner();
        return new Wait(span.thread(), span.state(), span.on(), owner, span.line());
    }
}
