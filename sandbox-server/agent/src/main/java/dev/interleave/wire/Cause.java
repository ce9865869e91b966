package dev.interleave.wire;

import java.util.List;

/**
 * A throwable of the learner's code; the first of a list was thrown, each next one is the cause of
 * the one before.
 */
public record Cause(String className, String message, List<Frame> stack) {

    static Cause read(WireReader in) throws WireException {
        return new Cause(in.text(), in.text(), in.list(Wire.MAX_STACK, Frame::read));
    }

    static void write(WireWriter out, Cause cause) {
        out.text(cause.className).text(cause.message).i32(cause.stack.size());
        for (Frame frame : cause.stack) {
            Frame.write(out, frame);
        }
    }
}
