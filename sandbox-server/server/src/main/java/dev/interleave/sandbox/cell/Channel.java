package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.jail.End;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The control channel of one jail. Sending never waits: a virtual thread carries the frames to the
 * jail. A jail that does not take its frames, or sends what is no frame, is killed.
 *
 * <pre>
 *  send ─► pending bytes ─► writer thread ─► jail ─► reader thread ─► Receiver.frame
 *                                            └─ fds 1, 2 ─► raw thread ─► Receiver.raw
 * </pre>
 *
 * <p>Threading: any thread sends; the receiver hears frames from one thread and raw text from
 * another.
 */
final class Channel {

    private static final Logger log = LoggerFactory.getLogger(Channel.class);

    /** A jail that lets this much pile up does not read any more. */
    private static final int MOST_PENDING = 32 << 20;

    private static final int STACK = 256 << 10;
    private static final int RAW_CHARS = 4096;

    /** How long a JVM may live on after it closed its channel. */
    private static final long LAST_WORDS_MILLIS = 1_000;

    /** Hears what comes out of a jail. Must not wait for anything. */
    interface Receiver {

        /** A frame with this tag has come; its fields are to be read from the reader. */
        void frame(int tag, WireReader in) throws IOException;

        /** The jail broke the rules of the channel and is being killed. */
        void broken(String why);

        /** The channel is at its end: the JVM has ended or soon will. */
        void closed();

        /** The jail is gone; the last that is heard. */
        void ended(End end);

        /** Text that was written to the file descriptors 1 and 2. */
        void raw(String text);
    }

    /** Encodes a message. */
    interface Encoder<M> {
        void write(WireWriter out, M message);
    }

    private final Jail jail;
    private final CompletableFuture<Void> rawRead = new CompletableFuture<>();
    private final WireWriter encoder = new WireWriter();
    private ByteArrayOutputStream pending = new ByteArrayOutputStream(1024);
    private boolean due;
    private boolean closed;

    Channel(Jail jail) {
        this.jail = jail;
    }

    /** Begins to carry frames in both directions. */
    void start(Receiver receiver) {
        Thread.ofVirtual().name(jail.name() + "-writer").start(this::write);
        // A thread of the kernel wakes up in one step, and the pipe of the descriptors would hold a
        // virtual one anyway.
        platform("-reader").start(() -> read(receiver));
        platform("-raw").start(() -> readRaw(receiver));
    }

    private Thread.Builder platform(String role) {
        return Thread.ofPlatform().daemon().stackSize(STACK).name(jail.name() + role);
    }

    /**
     * Queues a message.
     *
     * @param flush whether it goes out now; else it goes with the next one that does
     */
    synchronized <M> void send(M message, Encoder<? super M> encoding, boolean flush) {
        if (closed) {
            return;
        }
        try {
            encoding.write(encoder, message);
            encoder.sendTo(pending);
        } catch (IOException e) {
            log.warn("{}: a message could not be encoded", jail.name(), e);
            close();
            return;
        }
        if (pending.size() > MOST_PENDING) {
            log.warn("{} does not read its channel any more and is killed", jail.name());
            close();
        } else if (flush) {
            due = true;
            notifyAll();
        }
    }

    /** Ends the jail; what was not sent is forgotten. */
    synchronized void close() {
        closed = true;
        notifyAll();
        try {
            jail.close();
        } catch (RuntimeException e) {
            // Whoever closes has more to do than to care for this.
            log.error("{} could not be ended", jail.name(), e);
        }
    }

    private void write() {
        try {
            for (ByteArrayOutputStream bytes = take(); bytes != null; bytes = take()) {
                bytes.writeTo(jail.out());
                jail.out().flush();
            }
        } catch (IOException e) {
            log.debug("{}: the channel is closed", jail.name(), e);
            close();
        }
    }

    private synchronized ByteArrayOutputStream take() throws IOException {
        while (!due && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }
        if (closed) {
            return null;
        }
        ByteArrayOutputStream taken = pending;
        pending = new ByteArrayOutputStream(1024);
        due = false;
        return taken;
    }

    private void read(Receiver receiver) {
        WireReader in = new WireReader(jail.in());
        try {
            for (int tag = in.next(); tag >= 0; tag = in.next()) {
                receiver.frame(tag, in);
            }
            log.debug("{} has closed its channel", jail.name());
        } catch (WireException e) {
            receiver.broken(e.getMessage());
            close();
        } catch (IOException e) {
            log.debug("{}: the channel broke off", jail.name(), e);
        } catch (RuntimeException e) {
            log.error("{}: a message could not be handled", jail.name(), e);
            receiver.broken(e.toString());
            close();
        }
        receiver.closed();
        reportEnd(receiver);
    }

    /** A JVM whose channel is at its end is ending; one that is not is made to. */
    private void reportEnd(Receiver receiver) {
        jail.ended()
                .completeOnTimeout(null, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)
                .thenRun(this::close);
        jail.ended()
                .thenCombine(
                        rawRead.completeOnTimeout(null, LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS),
                        (end, _) -> end)
                .thenAccept(receiver::ended);
    }

    private void readRaw(Receiver receiver) {
        char[] chars = new char[RAW_CHARS];
        try (Reader reader = new InputStreamReader(jail.raw(), StandardCharsets.UTF_8)) {
            for (int n = reader.read(chars); n >= 0; n = reader.read(chars)) {
                receiver.raw(new String(chars, 0, n));
            }
        } catch (IOException e) {
            log.debug("{}: its descriptors are closed", jail.name(), e);
        } finally {
            rawRead.complete(null);
        }
    }
}
