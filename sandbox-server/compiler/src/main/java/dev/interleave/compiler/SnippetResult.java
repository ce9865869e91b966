package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a snippet.
 *
 * @param message for the learner, or null
 * @param events what there is to tell, in order
 * @param unparsable whether it was refused by the parser, before anything else was looked at
 * @param declaration whether it only declares something
 * @param mainCall how to call the main method that it declares, or null
 */
record SnippetResult(
        Outcome outcome,
        String message,
        List<FromCompiler> events,
        boolean unparsable,
        boolean declaration,
        String mainCall) {

    /** Of an expression or a statement. */
    static SnippetResult executed(Ending ending, List<FromCompiler> events) {
        return new SnippetResult(ending.outcome(), ending.message(), events, false, false, null);
    }

    boolean ok() {
        return outcome == Outcome.OK;
    }

    /** The same, with something told before. */
    SnippetResult after(List<FromCompiler> before) {
        List<FromCompiler> all = new ArrayList<>(before);
        all.addAll(events);
        return new SnippetResult(outcome, message, all, unparsable, declaration, mainCall);
    }
}
