import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class EchoServer implements AutoCloseable {

    public interface Listener {

        Connection accept() throws IOException;

        void close();
    }

    public interface Connection extends AutoCloseable {

        InputStream in();

        OutputStream out();

        @Override
        void close();
    }

    private final Listener listener;
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final Thread accepting;

    public EchoServer(Listener listener) {
        this.listener = listener;
        this.accepting = Thread.startVirtualThread(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var connection = listener.accept();
                connections.add(connection);
                serve(connection);
            }
        } catch (IOException e) {
            // The listener is closed.
        }
    }

    private void serve(Connection connection) {
        try (connection) {
            connection.in().transferTo(connection.out());
        } catch (IOException e) {
            // The client is gone.
        } finally {
            connections.remove(connection);
            threads.remove(Thread.currentThread());
        }
    }

    @Override
    public void close() throws InterruptedException {
        listener.close();
        accepting.join();
        connections.forEach(Connection::close);
        for (var thread : threads) {
            thread.join();
        }
    }
}
