package dev.interleave.wire;

/**
 * One frame of a stack trace. {@code file} may be null; {@code line} is negative where it is
 * unknown.
 */
public record Frame(String className, String method, String file, int line) {

    static Frame read(WireReader in) throws WireException {
        return new Frame(in.text(), in.text(), in.text(), in.i32());
    }

    static void write(WireWriter out, Frame frame) {
        out.text(frame.className).text(frame.method).text(frame.file).i32(frame.line);
    }
}
