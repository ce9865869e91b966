package dev.interleave.measurer.run;

import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.wire.Connection;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;

/** The channel to the supervisor. Threading: one thread at a time. */
final class Orders {

    private final Connection connection;
    private final WireReader in;

    Orders(Connection connection) {
        this.connection = connection;
        this.in = new WireReader(connection.input());
    }

    /** Waits for an order; null when the supervisor is gone. */
    ToMeasurer next() throws IOException {
        int tag = in.next();
        return tag < 0 ? null : ToMeasurer.read(tag, in);
    }

    void send(FromMeasurer message) throws IOException {
        WireWriter out = new WireWriter();
        message.write(out);
        out.sendTo(connection.output());
        connection.output().flush();
    }

    /** Waits until the supervisor closes the connection, whatever else it says. */
    void awaitEnd() throws IOException {
        while (connection.input().read() >= 0) {
            // Too late for orders.
        }
    }
}
