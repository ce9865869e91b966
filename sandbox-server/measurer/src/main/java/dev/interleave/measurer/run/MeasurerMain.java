package dev.interleave.measurer.run;

import dev.interleave.measurer.load.HeldMemory;
import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.wire.Connection;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The program of a measuring jail: loads one version, and measures one iteration after another
 * until the supervisor closes the connection or ends this JVM. One such JVM is what JMH calls a
 * fork.
 */
public final class MeasurerMain {

    private static final String THREW = "It ended with an exception: ";

    private MeasurerMain() {}

    /** Serves the supervisor that listens on the socket of this path. */
    public static void main(String[] arguments) throws Exception {
        Orders orders = new Orders(Connection.to(Path.of(arguments[0])));
        switch (orders.next()) {
            case ToMeasurer.Load load -> {
                silence();
                measure(load, orders);
            }
            case ToMeasurer.Serve serve -> {
                silence();
                serve(serve, orders);
            }
            case null, default -> Runtime.getRuntime().halt(0);
        }
        // The supervisor has the last word, so that nothing that was sent is lost.
        orders.awaitEnd();
        Runtime.getRuntime().halt(0);
    }

    private static void measure(ToMeasurer.Load load, Orders orders) throws Exception {
        try {
            HeldMemory.Early early = HeldMemory.Early.now();
            Target target = Target.load(load);
            orders.send(new Rehearsal(target).run());
            new Measurement(load, target, new TaskMemory(target, early), orders).run();
        } catch (Throwable e) {
            orders.send(new FromMeasurer.Failed(THREW + Failure.text(e)));
        }
    }

    private static void serve(ToMeasurer.Serve serve, Orders orders) throws Exception {
        try {
            new Serving(serve, orders).run();
        } catch (Throwable e) {
            orders.send(new FromMeasurer.Failed(THREW + Failure.text(e)));
        }
    }

    /** What a version prints would be the terminal's speed and not its own. */
    private static void silence() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        System.setIn(InputStream.nullInputStream());
    }
}
