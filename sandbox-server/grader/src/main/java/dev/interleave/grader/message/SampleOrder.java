package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * Asks for a cell to be run under many schedules. Whatever is sent after it, or the end of the
 * channel, asks to leave it at the runs that were done.
 *
 * @param calls what a run consists of, in this order
 * @param seed of the first run; each further one has the next number
 * @param schedules how many runs are wanted
 */
public record SampleOrder(
        List<CompiledClass> classes, List<SnippetCall> calls, long seed, int schedules) {

    private static final int TAG = 1;
    private static final int STOP = 2;

    /** A snippet: a static method without parameters. */
    public record SnippetCall(String className, String method) {

        static void write(WireWriter out, SnippetCall call) {
            out.text(call.className).text(call.method);
        }

        static SnippetCall read(WireReader in) throws WireException {
            return new SnippetCall(in.text(), in.text());
        }
    }

    public void write(WireWriter out) {
        out.begin(TAG).list(classes, CompiledClass::write).list(calls, SnippetCall::write);
        out.i64(seed).i32(schedules);
    }

    /** Asks to stop. */
    public static void writeStop(WireWriter out) {
        out.begin(STOP);
    }

    /** Reads the frame whose tag was just returned. */
    public static SampleOrder read(int tag, WireReader in) throws WireException {
        if (tag != TAG) {
            throw new WireException("no order " + tag + " to a sampler");
        }
        return in.end(
                new SampleOrder(
                        in.list(CompiledClass::read),
                        in.list(SnippetCall::read),
                        in.i64(),
                        in.i32()));
    }
}
