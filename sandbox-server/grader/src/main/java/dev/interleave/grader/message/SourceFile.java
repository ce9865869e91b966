package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * A file of Java source.
 *
 * @param name relative, with forward slashes, such as {@code BoundedBuffer.java}
 */
public record SourceFile(String name, String text) {

    static SourceFile read(WireReader in) throws WireException {
        return new SourceFile(in.text(), in.text());
    }

    static void write(WireWriter out, SourceFile file) {
        out.text(file.name).text(file.text);
    }
}
