package dev.interleave.grader.sample;

import dev.interleave.grader.message.SampleOrder;
import dev.interleave.wire.Connection;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The program of a jail in which a cell is run under many schedules: takes one order, carries it
 * out, and ends when the other side has heard the end.
 */
public final class SamplerMain {

    private final Connection connection;
    private final WireReader in;
    private volatile boolean stopped;
    private final CountDownLatch closed = new CountDownLatch(1);

    private SamplerMain(Connection connection) {
        this.connection = connection;
        this.in = new WireReader(connection.input());
    }

    /** Serves the one who listens on the socket of this path. */
    public static void main(String[] arguments) throws Exception {
        new SamplerMain(Connection.to(Path.of(arguments[0]))).serve();
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws Exception {
        int tag = in.next();
        if (tag < 0) {
            return;
        }
        SampleOrder order = SampleOrder.read(tag, in);
        Thread.ofPlatform().daemon().name("stop").start(this::listen);
        new Sampler(order, connection.output(), () -> stopped).run();
        closed.await();
    }

    /** Any frame means to stop; then the channel is closed. */
    private void listen() {
        try {
            while (in.next() >= 0) {
                stopped = true;
                in.end(this);
            }
        } catch (IOException e) {
            // As good as closed.
        }
        stopped = true;
        closed.countDown();
    }
}
