package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * The method of a version that is measured.
 *
 * @param type binary name of its class
 */
public record Entry(String type, String method) {

    static Entry read(WireReader in) throws WireException {
        return new Entry(in.text(), in.text());
    }

    void write(WireWriter out) {
        out.text(type).text(method);
    }
}
