import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.charset.StandardCharsets;

/** Our end of a connection that exists in memory only; the test plays the client. */
final class MemoryChannel extends AbstractSelectableChannel implements ByteChannel {

    private static final int PATIENCE = 100;

    private final Run run;
    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private byte[] sent = {};
    private int read;
    private int room = Integer.MAX_VALUE;
    private boolean ended;
    private boolean broken;
    private int most;
    private int inVain;
    private boolean named;

    MemoryChannel(Run run) {
        super(null);
        this.run = run;
    }

    /** The client sends. */
    MemoryChannel sends(String text) {
        sent = (new String(sent, StandardCharsets.UTF_8) + text).getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** The client sends nothing more. */
    MemoryChannel ends() {
        ended = true;
        return this;
    }

    /** The connection breaks. */
    MemoryChannel breaks() {
        broken = true;
        return this;
    }

    /** The client takes so many bytes more. */
    MemoryChannel takes(int bytes) {
        room = bytes;
        return this;
    }

    String answers() {
        return answers.toString(StandardCharsets.UTF_8);
    }

    /** The most bytes that were read and not yet written. */
    int most() {
        return most;
    }

    boolean canBeRead() {
        return broken || ended || read < sent.length;
    }

    boolean canBeWritten() {
        return broken || room > 0;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        check();
        int bytes = Math.min(into.remaining(), sent.length - read);
        if (bytes == 0) {
            return ended && into.hasRemaining() ? -1 : inVain("read");
        }
        inVain = 0;
        into.put(sent, read, bytes);
        read += bytes;
        most = Math.max(most, read - answers.size());
        return bytes;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        check();
        int bytes = Math.min(from.remaining(), room);
        if (bytes == 0) {
            return inVain("written to");
        }
        inVain = 0;
        for (int i = 0; i < bytes; i++) {
            answers.write(from.get());
        }
        room -= bytes;
        return bytes;
    }

    private int inVain(String what) {
        if (++inVain > PATIENCE) {
            run.fail(
                    FaultKind.BUSY_WAIT,
                    "A client was %s %d times in vain, without a select in between."
                            .formatted(what, PATIENCE));
        }
        return 0;
    }

    /** A select has come in between. */
    void selected(boolean ready) {
        inVain = 0;
        named = ready;
    }

    private void check() throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        if (!named) {
            run.fail(
                    FaultKind.WRONG_RESULT,
                    "A client was read or written to that the last select did not name. Was its"
                            + " key left among the selected keys?");
        }
        if (broken) {
            throw new IOException("Connection reset");
        }
    }

    @Override
    public int validOps() {
        return SelectionKey.OP_READ | SelectionKey.OP_WRITE;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}
}
