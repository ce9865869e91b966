import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends back what it gets. */
public final class EchoServer implements AutoCloseable {

    /** What a ServerSocket is. */
    public interface Listener {

        /**
         * Waits for the next client.
         *
         * @throws IOException when it is closed
         */
        Connection accept() throws IOException;

        void close();
    }

    /** What a Socket is. */
    public interface Connection extends AutoCloseable {

        InputStream in();

        OutputStream out();

        /** Whoever waits in one of the streams gets an IOException. */
        @Override
        void close();
    }

    /** Starts to serve. */
    public EchoServer(Listener listener) {}

    /** Ends everything. */
    @Override
    public void close() throws InterruptedException {}
}
