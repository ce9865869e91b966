package dev.interleave.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * One end of a unix domain socket with a buffered stream for each direction.
 *
 * <p>Both buffers are taken once and lie outside of the heap, so that reading and writing need no
 * memory even when a learner's code has used it up.
 *
 * <p>Threading: one thread reads, one thread writes, any thread may close. An interrupt of a thread
 * that reads or writes closes the connection, so only threads that nobody interrupts should use it.
 */
public final class Connection implements Closeable {

    private static final int BUFFER_BYTES = 16 << 10;

    private final SocketChannel channel;
    private final InputStream input;
    private final OutputStream output;

    /** Takes over a channel that is connected and blocking. */
    public Connection(SocketChannel channel) {
        this.channel = channel;
        this.input = new Input(channel);
        this.output = new Output(channel);
    }

    /** Connects to the socket that somebody listens on under this path, of at most 107 bytes. */
    public static Connection to(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Connection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What the other side sends; ends when it closes its end. Closing this stream does nothing. */
    public InputStream input() {
        return input;
    }

    /**
     * Goes to the other side when it is flushed or the buffer is full. Closing this stream does
     * nothing.
     */
    public OutputStream output() {
        return output;
    }

    /** Ends the connection for both sides; what was not flushed is lost. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class Input extends InputStream {

        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).flip();

        Input(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            return fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(bytes, offset, count);
            return count;
        }

        @Override
        public int available() {
            return buffer.remaining();
        }

        private boolean fill() throws IOException {
            if (buffer.hasRemaining()) {
                return true;
            }
            buffer.clear();
            int count = -1;
            try {
                count = channel.read(buffer);
            } finally {
                buffer.flip();
            }
            return count > 0;
        }
    }

    private static final class Output extends OutputStream {

        private final SocketChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

        Output(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int value) throws IOException {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.put((byte) value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            int end = offset + length;
            while (at < end) {
                if (!buffer.hasRemaining()) {
                    flush();
                }
                int count = Math.min(end - at, buffer.remaining());
                buffer.put(bytes, at, count);
                at += count;
            }
        }

        @Override
        public void flush() throws IOException {
            buffer.flip();
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } finally {
                buffer.clear();
            }
        }
    }
}
