package dev.interleave.agent;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Sends output as messages of moderate size. The bytes go out as they were written: the supervisor
 * reads them as UTF-8 and puts a replacement character where they are none.
 */
final class OutputFrames {

    private static final int MAX_BYTES = 32 << 10;

    private final WireWriter writer;
    private final OutputStream out;

    OutputFrames(WireWriter writer, OutputStream out) {
        this.writer = writer;
        this.out = out;
    }

    void send(long run, OutputBuffer buffer, int from) throws IOException {
        for (int stretch = 0; stretch < buffer.stretches(); stretch++) {
            int at = Math.max(from, buffer.start(stretch));
            int end = buffer.end(stretch);
            if (buffer.shown(stretch)) {
                writer.begin(FromSession.SHOWN).i64(run).encoded(buffer.bytes(), at, end - at);
                writer.sendTo(out);
            } else if (at < end) {
                String thread = ThreadNames.shown(buffer.writer(stretch));
                send(run, buffer.error(stretch), thread, buffer.bytes(), at, end);
            }
        }
    }

    void sendRest(long run, Rest rest) throws IOException {
        if (rest.omitted() > 0) {
            new FromSession.Omitted(run, rest.error(), rest.omitted()).writeTo(writer);
            writer.sendTo(out);
        }
        send(run, rest.kept(), rest.from());
    }

    private void send(long run, boolean error, String thread, byte[] bytes, int from, int to)
            throws IOException {
        int at = from;
        while (at < to) {
            int end = Math.min(to, at + MAX_BYTES);
            if (end < to) {
                end -= Utf8.split(bytes, at, end);
            }
            writer.begin(FromSession.OUTPUT).i64(run).bool(error).text(thread);
            writer.bytes(bytes, at, end - at).sendTo(out);
            at = end;
        }
    }
}
