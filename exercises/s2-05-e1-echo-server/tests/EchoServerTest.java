import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

public class EchoServerTest {

    private static final byte[] END = {};
    private static final byte[] BROKEN = {};

    /** A connection in memory; the test is its client. */
    private static final class Wire implements EchoServer.Connection {

        final BlockingQueue<byte[]> toServer = new LinkedBlockingQueue<>();
        final BlockingQueue<byte[]> toClient = new LinkedBlockingQueue<>();
        final AtomicBoolean closed = new AtomicBoolean();
        final AtomicInteger leftTheServer = new AtomicInteger();

        private final InputStream in =
                new InputStream() {
                    private byte[] rest = {};

                    @Override
                    public int read() throws IOException {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                    }

                    @Override
                    public int read(byte[] to, int offset, int length) throws IOException {
                        if (rest.length == 0) {
                            rest = next();
                            if (rest == END) {
                                toServer.add(END);
                                return -1;
                            }
                        }
                        int n = Math.min(length, rest.length);
                        System.arraycopy(rest, 0, to, offset, n);
                        rest = Arrays.copyOfRange(rest, n, rest.length);
                        return n;
                    }
                };

        @Override
        public InputStream in() {
            return in;
        }

        private byte[] next() throws IOException {
            try {
                byte[] chunk = toServer.take();
                if (chunk == BROKEN || closed.get()) {
                    Thread.yield();
                    leftTheServer.incrementAndGet();
                    throw new IOException("broken");
                }
                return chunk;
            } catch (InterruptedException e) {
                Thread.yield();
                leftTheServer.incrementAndGet();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public OutputStream out() {
            return new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    if (closed.get()) {
                        throw new IOException("closed");
                    }
                    if (length > 0) {
                        toClient.add(Arrays.copyOfRange(from, offset, offset + length));
                    }
                }
            };
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                toServer.add(BROKEN);
                toClient.add(END);
            }
        }

        void send(int... bytes) {
            byte[] chunk = new byte[bytes.length];
            for (int i = 0; i < chunk.length; i++) {
                chunk[i] = (byte) bytes[i];
            }
            toServer.add(chunk);
        }

        /** What the server sends until so many bytes are there, or it closes. */
        byte[] receive(int length) throws InterruptedException {
            byte[] received = {};
            while (received.length < length) {
                byte[] chunk = toClient.take();
                if (chunk == END) {
                    return received;
                }
                int at = received.length;
                received = Arrays.copyOf(received, at + chunk.length);
                System.arraycopy(chunk, 0, received, at, chunk.length);
            }
            return received;
        }
    }

    /** A listener in memory. */
    private static final class Door implements EchoServer.Listener {

        final BlockingQueue<Wire> clients = new LinkedBlockingQueue<>();
        final Wire closing = new Wire();
        final AtomicInteger closed = new AtomicInteger();

        @Override
        public EchoServer.Connection accept() throws IOException {
            try {
                var next = clients.take();
                if (next == closing) {
                    clients.add(closing);
                    throw new IOException("closed");
                }
                return next;
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            clients.add(closing);
        }

        Wire connect() {
            var wire = new Wire();
            clients.add(wire);
            return wire;
        }
    }

    private static void checkEcho(Run run, byte[] received, int... expected) {
        byte[] bytes = new byte[expected.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) expected[i];
        }
        run.checkEquals(Arrays.toString(bytes), Arrays.toString(received), "what came back");
    }

    @Explore(schedules = 300)
    @Tag("task:echo")
    @DisplayName("What a client sends comes back, and at the end the connection is closed")
    public void one_client(Run run) throws Exception {
        var door = new Door();
        try (var _ = new EchoServer(door)) {
            var client = door.connect();
            client.send('t', 'e', 'a');
            client.toServer.add(END);
            checkEcho(run, client.receive(100), 't', 'e', 'a');
            run.check(client.closed.get(), "the connection was not closed");
        }
    }

    @Explore(schedules = 300)
    @Tag("task:echo")
    @Tag("points:2")
    @DisplayName("A client can wait for the echo of one byte before it sends the next")
    public void byte_by_byte(Run run) throws Exception {
        var door = new Door();
        var client = door.connect();
        var server = new EchoServer(door);
        for (int value : new int[] {'a', 0}) {
            client.send(value);
            run.settle();
            run.check(!client.toClient.isEmpty(), "the byte " + value + " did not come back");
            checkEcho(run, client.receive(1), value);
        }
        server.close();
    }

    @Explore(schedules = 100)
    @Tag("task:echo")
    @Tag("hidden")
    @DisplayName("Bytes of every value come back, in pieces of every size")
    public void every_value(Run run) throws Exception {
        var door = new Door();
        try (var _ = new EchoServer(door)) {
            var client = door.connect();
            int[] all = new int[256];
            Arrays.setAll(all, i -> i);
            client.send(all);
            client.send(10, 13, 10);
            client.send(255);
            client.toServer.add(END);
            int[] expected = Arrays.copyOf(all, 260);
            expected[256] = 10;
            expected[257] = 13;
            expected[258] = 10;
            expected[259] = 255;
            checkEcho(run, client.receive(10_000), expected);
        }
    }

    @Explore(schedules = 300)
    @Tag("task:many")
    @Tag("points:3")
    @DisplayName("Three clients are served at the same time, and a fourth one is silent")
    public void all_at_the_same_time(Run run) throws Exception {
        var door = new Door();
        var silent = door.connect();
        var meeting = new Rendezvous(run, 3);
        var server = new EchoServer(door);
        for (int i = 0; i < 3; i++) {
            int value = i;
            run.go(
                    "client " + i,
                    () -> {
                        var client = door.connect();
                        client.send(value);
                        run.settle();
                        if (!client.toClient.isEmpty()) {
                            checkEcho(run, client.receive(1), value);
                            meeting.meet();
                        } else {
                            run.check(false, "a client was not served while others were there");
                        }
                        client.toServer.add(END);
                    });
        }
        run.joinAll();
        silent.toServer.add(END);
        server.close();
    }

    @Explore(schedules = 300)
    @Tag("task:reset")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A client vanishes; its connection is closed, and others are served")
    public void a_client_vanishes(Run run) throws Exception {
        var door = new Door();
        var server = new EchoServer(door);
        var gone = door.connect();
        gone.send('a');
        gone.toServer.add(BROKEN);
        run.settle();
        boolean closed = gone.closed.get();
        var other = door.connect();
        other.send('b');
        run.settle();
        boolean served = !other.toClient.isEmpty();
        server.close();
        gone.close();
        run.check(closed, "the connection was not closed");
        run.check(served, "the next client was not served");
    }

    @Explore(schedules = 300)
    @Tag("task:close")
    @Tag("points:2")
    @DisplayName("close() ends the listener, and connections whose clients are silent")
    public void closing_ends_all(Run run) throws Exception {
        var door = new Door();
        var server = new EchoServer(door);
        var client = door.connect();
        run.settle();
        server.close();
        run.check(door.closed.get() > 0, "the listener was not closed");
        run.check(client.closed.get(), "a connection was not closed");
        server.close();
    }

    @Explore(schedules = 300)
    @Tag("task:close")
    @Tag("hidden")
    @DisplayName("When close() returns, nobody is at work any more")
    public void closing_waits(Run run) throws Exception {
        var door = new Door();
        var server = new EchoServer(door);
        var client = door.connect();
        run.settle();
        server.close();
        run.checkEquals(1, client.leftTheServer.get(), "how many threads have left");
    }

    @Explore
    @Tag("task:close")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A client that comes while the server closes is not left hanging")
    public void closing_while_a_client_comes(Run run) throws Exception {
        var door = new Door();
        var server = new EchoServer(door);
        var served = door.connect();
        served.send('a');
        run.settle();
        run.check(!served.toClient.isEmpty(), "the first client was not served");
        var client = new Wire();
        door.clients.add(client);
        server.close();
        boolean accepted = !door.clients.contains(client);
        run.check(!accepted || client.closed.get(), "a client was accepted, and left alone");
    }
}
