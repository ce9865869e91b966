package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.jail.Jail;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.util.function.Consumer;

/** Sends one frame to a jail. */
final class Frames {

    private Frames() {}

    static void send(Jail jail, Consumer<WireWriter> message) throws IOException {
        WireWriter out = new WireWriter();
        message.accept(out);
        out.sendTo(jail.out());
        jail.out().flush();
    }
}
