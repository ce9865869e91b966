package dev.interleave.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;

/**
 * {@code System.in} of all runs. It stays the same object because the JDK keeps the first one that
 * {@code IO.readln} sees; closing it does nothing.
 *
 * <p>Threading: the reader adds, threads of the learner's read and may be interrupted meanwhile.
 */
final class CellInput extends InputStream {

    private final Object lock = new Object();
    private final Runs runs;
    private final Sender sender;
    private byte[] bytes = new byte[0];
    private int at;
    private boolean closed;
    private boolean asked;
    private volatile Run wanting;

    CellInput(Runs runs, Sender sender) {
        this.runs = runs;
        this.sender = sender;
    }

    /** A run begins: what the one before did not read is gone. */
    void clear() {
        synchronized (lock) {
            bytes = new byte[0];
            at = 0;
            closed = false;
            asked = false;
            wanting = null;
        }
    }

    void add(byte[] more, boolean end) {
        synchronized (lock) {
            int left = bytes.length - at;
            byte[] joined = new byte[left + more.length];
            System.arraycopy(bytes, at, joined, 0, left);
            System.arraycopy(more, 0, joined, left, more.length);
            bytes = joined;
            at = 0;
            closed |= end;
            asked = false;
            lock.notifyAll();
        }
    }

    /** The run that has begun to wait for input since the last call, or null. */
    Run takeWanting() {
        Run run = wanting;
        if (run != null) {
            wanting = null;
        }
        return run;
    }

    @Override
    public int read() throws IOException {
        synchronized (lock) {
            return await() ? bytes[at++] & 0xff : -1;
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        synchronized (lock) {
            if (!await()) {
                return -1;
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, target, offset, count);
            at += count;
            return count;
        }
    }

    @Override
    public int available() {
        synchronized (lock) {
            return bytes.length - at;
        }
    }

    /** Waits until there is something to read; false at the end of the input. */
    private boolean await() throws InterruptedIOException {
        while (at == bytes.length) {
            if (closed) {
                return false;
            }
            if (!asked) {
                asked = true;
                wanting = runs.ofCurrentThread();
                sender.wake();
            }
            try {
                lock.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for input");
            }
        }
        return true;
    }
}
