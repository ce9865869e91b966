import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

public class Echo {

    private final Selector selector;
    private final int limit;

    public Echo(Selector selector, int limit) {
        this.selector = selector;
        this.limit = limit;
    }

    public <C extends SelectableChannel & ByteChannel> void add(C client) throws IOException {
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ, new Client(client, limit));
    }

    public void turn() throws IOException {
        selector.select();
        var ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
            var key = ready.next();
            ready.remove();
            if (key.isValid()) {
                ((Client) key.attachment()).goOn(key);
            }
        }
    }

    private static final class Client {

        private final ByteChannel channel;

        /** Always ready to be filled; what waits is before its position. */
        private final ByteBuffer waiting;

        private boolean ended;

        Client(ByteChannel channel, int limit) {
            this.channel = channel;
            this.waiting = ByteBuffer.allocate(limit);
        }

        void goOn(SelectionKey key) throws IOException {
            try {
                if (key.isReadable()) {
                    ended = channel.read(waiting) == -1;
                }
                write();
            } catch (IOException e) {
                channel.close();
                return;
            }
            if (ended && waiting.position() == 0) {
                channel.close();
            } else {
                key.interestOps(interest());
            }
        }

        private void write() throws IOException {
            if (waiting.position() > 0) {
                waiting.flip();
                channel.write(waiting);
                waiting.compact();
            }
        }

        private int interest() {
            int reading = !ended && waiting.hasRemaining() ? SelectionKey.OP_READ : 0;
            int writing = SelectionKey.OP_WRITE;
            return reading | writing;
        }
    }
}
