package dev.interleave.measurer.run;

import dev.interleave.measurer.message.CompiledClass;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.measurer.profile.Recorder;
import dev.interleave.wire.Connection;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.util.List;

/** The channel to the supervisor. Threading: one thread at a time. */
final class Orders {

    private final Connection connection;
    private final WireReader in;

    /** Null unless it was asked to record. */
    private Recorder recorder;

    Orders(Connection connection) {
        this.connection = connection;
        this.in = new WireReader(connection.input());
    }

    /** Waits for an order about the version; null when the supervisor is gone. */
    ToMeasurer next() throws IOException {
        while (true) {
            int tag = in.next();
            ToMeasurer order = tag < 0 ? null : ToMeasurer.read(tag, in);
            switch (order) {
                case ToMeasurer.Watch watch -> follow(watch);
                case ToMeasurer.Load load -> {
                    told(load.classes(), load.entry());
                    return load;
                }
                case ToMeasurer.Serve serve -> {
                    told(serve.classes(), serve.entry());
                    return serve;
                }
                case null, default -> {
                    return order;
                }
            }
        }
    }

    private void told(List<CompiledClass> classes, Entry entry) {
        if (recorder != null) {
            recorder.version(classes, entry);
        }
    }

    private void follow(ToMeasurer.Watch watch) throws IOException {
        switch (watch) {
            case ToMeasurer.Record() -> recorder = new Recorder();
            case ToMeasurer.Steady() -> recorder.steady();
            case ToMeasurer.Tell() -> send(recorder.tell());
        }
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
