package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * One step of a schedule that failed.
 *
 * @param thread its name; empty where the environment acted
 * @param className whose line it is; empty if it is nobody's
 * @param line 0 if it is not known
 * @param what in words, such as {@code write Counter.value}
 * @param nanos virtual time since the scenario began
 */
public record RecordedStep(
        Kind kind,
        String thread,
        String className,
        String method,
        int line,
        String what,
        long nanos) {

    /** What happened in a step; the explorer says what each means. */
    public enum Kind {
        RUN,
        BLOCK,
        WAKE,
        SPURIOUS,
        TIME,
        END
    }

    static void write(WireWriter out, RecordedStep step) {
        out.u8(step.kind.ordinal()).text(step.thread).text(step.className).text(step.method);
        out.i32(step.line).text(step.what).i64(step.nanos);
    }

    static RecordedStep read(WireReader in) throws WireException {
        return new RecordedStep(
                in.constant(Kind.values()),
                in.text(),
                in.text(),
                in.text(),
                in.i32(),
                in.text(),
                in.i64());
    }
}
