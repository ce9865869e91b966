package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * A method of a flame graph where it was called from the one above it. Frames come in the order in
 * which a tree is read: each is below the nearest one before it whose depth is one less.
 *
 * @param depth from 0
 * @param type the binary name of its class; empty for what is no method
 * @param method its name, or what else was done
 * @param own whether it is the version's, not the JDK's
 * @param samples in which it was at the top
 */
public record Frame(int depth, String type, String method, boolean own, int samples) {

    private static final int MOST_CHARS = 200;
    private static final int MOST_DEPTH = 300;
    private static final int MOST_SAMPLES = 100_000;

    public Frame {
        type = type.substring(0, Math.min(MOST_CHARS, type.length()));
        method = method.substring(0, Math.min(MOST_CHARS, method.length()));
    }

    static Frame read(WireReader in) throws WireException {
        int depth = in.i32();
        String type = in.text();
        String method = in.text();
        boolean own = in.bool();
        int samples = in.i32();
        if (depth < 0
                || depth > MOST_DEPTH
                || type == null
                || method == null
                || samples < 0
                || samples > MOST_SAMPLES) {
            throw new WireException("a frame that cannot be one");
        }
        return new Frame(depth, type, method, own, samples);
    }

    static void write(WireWriter out, Frame frame) {
        out.i32(frame.depth).text(frame.type).text(frame.method).bool(frame.own);
        out.i32(frame.samples);
    }
}
