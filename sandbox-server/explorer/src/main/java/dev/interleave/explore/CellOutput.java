package dev.interleave.explore;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run prints to {@code System.out}, of which the beginning is kept. Only one can be in use
 * in a JVM.
 *
 * <p>Threading: written by the thread of a run that has the turn, taken between runs.
 */
final class CellOutput extends OutputStream {

    private static final int KEPT = 2_000;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    /** Takes the place of the JVM's output; nothing else is printed from now on. */
    static CellOutput install() {
        var output = new CellOutput();
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false));
        return output;
    }

    @Override
    public void write(int b) {
        if (kept.size() < KEPT) kept.write(b);
        else cut = true;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        var room = Math.min(length, KEPT - kept.size());
        kept.write(bytes, offset, room);
        cut |= room < length;
    }

    /** What was printed since it was last asked; three dots at the end if that is not all. */
    String take() {
        var text = kept.toString(StandardCharsets.UTF_8) + (cut ? "…" : "");
        kept.reset();
        cut = false;
        return text;
    }
}
