import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

public class Echo {

    private final Selector selector;
    private final int limit;
    private final Map<SelectionKey, Deque<ByteBuffer>> chunks = new HashMap<>();

    public Echo(Selector selector, int limit) {
        this.selector = selector;
        this.limit = limit;
    }

    public <C extends SelectableChannel & ByteChannel> void add(C client) throws IOException {
        client.configureBlocking(false);
        chunks.put(client.register(selector, SelectionKey.OP_READ), new ArrayDeque<>());
    }

    public void turn() throws IOException {
        selector.select(this::serve);
    }

    private void serve(SelectionKey key) {
        try {
            var waiting = chunks.get(key);
            var channel = (ByteChannel) key.channel();
            if (key.isReadable() && !read(channel, waiting)) {
                key.attach("closing");
            }
            write(channel, waiting);
            if (closing(key) && waiting.isEmpty()) {
                end(key);
                return;
            }
            int room = !closing(key) ? SelectionKey.OP_READ : 0;
            key.interestOps(room | (waiting.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        } catch (IOException e) {
            end(key);
        }
    }

    /** A key gets an attachment when its client has sent its last byte. */
    private static boolean closing(SelectionKey key) {
        return key.attachment() != null;
    }

    /** Whether more may come. */
    private boolean read(ByteChannel channel, Deque<ByteBuffer> waiting) throws IOException {
        int n = 0;
        while (true) {
            var chunk = ByteBuffer.allocate(4);
            n = channel.read(chunk);
            if (n <= 0) {
                break;
            }
            waiting.add(chunk.flip());
        }
        return n != -1;
    }

    private static void write(ByteChannel channel, Deque<ByteBuffer> waiting) throws IOException {
        while (!waiting.isEmpty()) {
            channel.write(waiting.peek());
            if (waiting.peek().hasRemaining()) {
                return;
            }
            waiting.remove();
        }
    }

    private static int size(Deque<ByteBuffer> waiting) {
        return waiting.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    private void end(SelectionKey key) {
        chunks.remove(key);
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException e) {
            // It is gone in any case.
        }
    }
}
