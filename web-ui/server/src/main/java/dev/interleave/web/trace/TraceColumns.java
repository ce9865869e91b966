package dev.interleave.web.trace;

import dev.interleave.json.NoteLessons;
import dev.interleave.sandbox.result.LockOwner;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceEnd.Note;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceNow;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TracedThread;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A portion of a timeline as JSON.
 *
 * @param run tells the run from others
 * @param learner whose run it is; empty where there is one learner only
 * @param states the names of what threads can be at
 * @param owners who had the locks that were waited for; like the end, in milliseconds
 * @param marks what threads printed and which statements they came to, in milliseconds
 * @param now what threads are at; null at the end, and before it is known
 * @param end null while there is more to come
 * @param lessons which lesson explains a kind of note; there when notes can be
 */
public record TraceColumns(
        String run,
        String learner,
        List<TracedThread> threads,
        List<String> states,
        SpanColumns spans,
        List<LockOwner> owners,
        List<TraceMark> marks,
        Now now,
        TraceEnd end,
        Map<String, String> lessons) {

    private static final List<String> STATES =
            Arrays.stream(TraceSpan.State.values())
                    .map(state -> state.name().toLowerCase(Locale.ROOT))
                    .toList();

    /**
     * What a run that goes on is at.
     *
     * @param at in milliseconds
     */
    public record Now(double at, SpanColumns open, List<Note> notes) {

        private static Now of(TraceNow now) {
            return now == null ? null : new Now(now.at(), SpanColumns.of(now.open()), now.notes());
        }
    }

    /** The portion by columns. */
    public static TraceColumns of(String learner, KeptTrace.Portion portion) {
        boolean canHaveNotes = portion.now() != null || portion.end() != null;
        return new TraceColumns(
                portion.run(),
                learner,
                portion.threads(),
                STATES,
                SpanColumns.of(portion.spans()),
                portion.owners(),
                portion.marks(),
                Now.of(portion.now()),
                portion.end(),
                canHaveNotes ? NoteLessons.all() : Map.of());
    }
}
