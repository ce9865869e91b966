package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * What came of a cell in some of its runs.
 *
 * @param printed to standard output
 * @param value of the last snippet, or null
 * @param ending what went wrong, or null
 * @param message the exception that ended a thread, or null
 * @param explanation sentences; may be empty
 * @param count in how many runs
 * @param seed of the first of them
 */
public record RecordedOutcome(
        String printed,
        String value,
        String ending,
        String message,
        String explanation,
        int count,
        long seed) {

    static void write(WireWriter out, RecordedOutcome outcome) {
        out.text(outcome.printed).text(outcome.value).text(outcome.ending);
        out.text(outcome.message).text(outcome.explanation);
        out.i32(outcome.count).i64(outcome.seed);
    }

    static RecordedOutcome read(WireReader in) throws WireException {
        return new RecordedOutcome(
                in.text(), in.text(), in.text(), in.text(), in.text(), in.i32(), in.i64());
    }
}
