package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * The method of a version that is measured.
 *
 * @param type binary name of its class
 * @param serves whether it handles requests, in place of being called by itself
 */
public record Entry(String type, String method, boolean serves) {

    /** That of a version that does nothing, which every measuring JVM has. */
    public static final Entry EMPTY = new Entry("dev.interleave.measurer.run.EmptyVersion", "run");

    /** A method that is called by itself. */
    public Entry(String type, String method) {
        this(type, method, false);
    }

    static Entry read(WireReader in) throws WireException {
        return new Entry(in.text(), in.text(), in.bool());
    }

    void write(WireWriter out) {
        out.text(type).text(method).bool(serves);
    }
}
