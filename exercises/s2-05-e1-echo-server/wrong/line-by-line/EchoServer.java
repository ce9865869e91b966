import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Connection> open = new HashSet<>();
    private boolean closed;

    public EchoServer(Listener listener) {
        this.listener = listener;
        executor.execute(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                serve(listener.accept());
            }
        } catch (IOException e) {
            // The listener is closed.
        }
    }

    private synchronized void serve(Connection connection) {
        if (closed) {
            connection.close();
        } else {
            open.add(connection);
            executor.execute(() -> echo(connection));
        }
    }

    private void echo(Connection connection) {
        try {
            var line = new StringBuilder();
            for (int c; (c = connection.in().read()) >= 0; ) {
                line.append((char) c);
                if (c == '\n') {
                    connection.out().write(line.toString().getBytes());
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            // The client is gone.
        } finally {
            connection.close();
            synchronized (this) {
                open.remove(connection);
            }
        }
    }

    @Override
    public void close() {
        listener.close();
        synchronized (this) {
            closed = true;
            new ArrayList<>(open).forEach(Connection::close);
        }
        executor.close();
    }
}
