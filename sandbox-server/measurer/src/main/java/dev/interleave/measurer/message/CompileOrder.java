package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/** Asks for a version to be compiled. */
public record CompileOrder(String source) {

    private static final int TAG = 1;

    public void write(WireWriter out) {
        out.begin(TAG).text(source);
    }

    /** Reads the frame whose tag was just returned. */
    public static CompileOrder read(int tag, WireReader in) throws WireException {
        if (tag != TAG) {
            throw new WireException("no order " + tag + " to a compiler");
        }
        return in.end(new CompileOrder(in.text()));
    }
}
