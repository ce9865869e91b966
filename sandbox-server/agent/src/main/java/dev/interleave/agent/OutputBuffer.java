package dev.interleave.agent;

import java.util.Arrays;

/**
 * Bytes, and which thread wrote each stretch of them to which stream, or showed it.
 *
 * <p>Threading: the owner guards it with a lock. A thread that adds may be struck by an
 * asynchronous exception at any instruction, so everything is stored before the one field that
 * makes it count.
 */
final class OutputBuffer {

    private byte[] bytes = new byte[256];
    private Thread[] writers = new Thread[4];
    private boolean[] errors = new boolean[4];
    private boolean[] shown = new boolean[4];
    private int[] ends = new int[4];
    private int stretches;

    void add(Thread writer, boolean error, byte[] from, int offset, int length) {
        int end = append(from, offset, length);
        int last = stretches - 1;
        if (last >= 0 && writers[last] == writer && errors[last] == error && !shown[last]) {
            ends[last] = end;
        } else {
            addStretch(writer, error, false, end);
        }
    }

    /** Adds a stretch that is no text. */
    void addShown(Thread writer, byte[] message) {
        addStretch(writer, false, true, append(message, 0, message.length));
    }

    private int append(byte[] from, int offset, int length) {
        int start = size();
        int end = start + length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(from, offset, bytes, start, length);
        return end;
    }

    void addAll(OutputBuffer other) {
        for (int i = 0; i < other.stretches; i++) {
            int start = other.start(i);
            add(other.writers[i], other.errors[i], other.bytes, start, other.ends[i] - start);
        }
    }

    private void addStretch(Thread writer, boolean error, boolean isShown, int end) {
        int next = stretches;
        if (next == ends.length) {
            writers = Arrays.copyOf(writers, 2 * next);
            errors = Arrays.copyOf(errors, 2 * next);
            shown = Arrays.copyOf(shown, 2 * next);
            ends = Arrays.copyOf(ends, 2 * next);
        }
        writers[next] = writer;
        errors[next] = error;
        shown[next] = isShown;
        ends[next] = end;
        stretches = next + 1;
    }

    /** Takes bytes away from the end of the last stretch. */
    void shorten(int count) {
        ends[stretches - 1] -= count;
    }

    int size() {
        return stretches == 0 ? 0 : ends[stretches - 1];
    }

    byte[] bytes() {
        return bytes;
    }

    int stretches() {
        return stretches;
    }

    Thread writer(int stretch) {
        return writers[stretch];
    }

    boolean error(int stretch) {
        return errors[stretch];
    }

    /** Whether the stretch is a message by itself, and no text. */
    boolean shown(int stretch) {
        return shown[stretch];
    }

    int start(int stretch) {
        return stretch == 0 ? 0 : ends[stretch - 1];
    }

    int end(int stretch) {
        return ends[stretch];
    }

    void clear() {
        int count = stretches;
        stretches = 0;
        Arrays.fill(writers, 0, count, null);
    }
}
