package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Sends messages to the supervisor.
 *
 * <p>Threading: any thread; messages of one thread keep their order.
 */
final class Outbox {

    private final OutputStream stream;
    private final WireWriter writer = new WireWriter();

    Outbox(OutputStream stream) {
        this.stream = stream;
    }

    /** Leaves the message in the buffer; the next one that is sent takes it along. */
    synchronized void add(FromCompiler message) {
        try {
            FromCompiler.write(writer, message);
            writer.sendTo(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the message and all that wait. */
    synchronized void send(FromCompiler message) {
        try {
            add(message);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
