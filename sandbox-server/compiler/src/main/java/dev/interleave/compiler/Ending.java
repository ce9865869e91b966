package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.Reply;
import java.util.List;

/**
 * How a snippet's code ended.
 *
 * @param message for the learner, or null
 * @param thrown what it threw as it is shown, empty if nothing
 */
record Ending(Outcome outcome, String message, List<Cause> thrown) {

    /** Of the last call, or of a snippet that made none if the reply is null. */
    static Ending of(Reply reply, Shell shell) {
        return switch (reply) {
            case Reply.Threw t -> thrown(shell.readable(t.causes()));
            case Reply.Unresolved u -> thrown(shell.readable(List.of(shell.unresolvedCause(u))));
            case Reply.Stopped _ -> new Ending(Outcome.STOPPED, null, List.of());
            case Reply.Broken b -> new Ending(Outcome.EXCEPTION, b.message(), List.of());
            case Reply.Gone _ -> new Ending(Outcome.GONE, null, List.of());
            case Reply.Returned _ -> new Ending(Outcome.OK, null, List.of());
            case null -> new Ending(Outcome.OK, null, List.of());
        };
    }

    private static Ending thrown(List<Cause> causes) {
        return new Ending(Outcome.EXCEPTION, null, causes);
    }

    /** Adds the event to tell, if there is one. */
    void tell(int session, long run, List<FromCompiler> events) {
        if (!thrown.isEmpty()) {
            events.add(new FromCompiler.Thrown(session, run, thrown));
        }
    }
}
