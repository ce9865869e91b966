import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;

/** Sends back to each client what it sends. Used by one thread. */
public class Echo {

    /** With at most so many bytes in memory for each client. */
    public Echo(Selector selector, int limit) {
        // TODO
    }

    /** Serves one more client. */
    public <C extends SelectableChannel & ByteChannel> void add(C client) throws IOException {
        // TODO
    }

    /** Waits until at least one client can go on, and lets all those go on. */
    public void turn() throws IOException {
        // TODO
    }
}
