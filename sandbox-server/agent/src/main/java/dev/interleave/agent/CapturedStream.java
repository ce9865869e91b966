package dev.interleave.agent;

import java.io.OutputStream;
import java.util.Objects;

/**
 * What lies under {@code System.out} or {@code System.err}: gives each write to the run that the
 * writing thread belongs to, and tells a recording of it. Closing it does nothing.
 */
final class CapturedStream extends OutputStream {

    private final Runs runs;
    private final Tracer tracer;
    private final boolean error;

    CapturedStream(Runs runs, Tracer tracer, boolean error) {
        this.runs = runs;
        this.tracer = tracer;
        this.error = error;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length > 0) {
            tracer.printed(error, bytes, offset, length);
            runs.ofCurrentThread().print(error, bytes, offset, length);
        }
    }
}
