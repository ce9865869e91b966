package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/** A class file: its binary name with dots, and its bytes. */
public record CompiledClass(String name, byte[] bytes) {

    static CompiledClass read(WireReader in) throws WireException {
        return new CompiledClass(in.text(), in.bytes());
    }

    static void write(WireWriter out, CompiledClass file) {
        out.text(file.name).bytes(file.bytes);
    }
}
