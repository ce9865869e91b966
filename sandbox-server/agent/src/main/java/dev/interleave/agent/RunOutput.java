package dev.interleave.agent;

import dev.interleave.wire.Wire;

/**
 * The output of one run: its head waits here until it is sent, of the rest only the end is kept.
 *
 * <p>Threading: the learner's threads append, the sender takes; nobody waits for the other for
 * longer than a copy takes. See {@link OutputBuffer} for what an asynchronous exception can do.
 */
final class RunOutput {

    /** Threads that take turns byte by byte must not make the kept end large. */
    private static final int MAX_TAIL_STRETCHES = 4096;

    /**
     * Each stretch of the head is a message of its own, with the name of its thread: the head ends
     * with so many of them, or a cell could make many times its bytes of it.
     */
    private static final int MAX_HEAD_STRETCHES = 32_768;

    private final int tailBytes;
    private final long maxBytes;

    private OutputBuffer pending = new OutputBuffer();
    private OutputBuffer taken = new OutputBuffer();
    private OutputBuffer tail;
    private OutputBuffer olderTail;
    private int headLeft;
    private int headStretchesLeft = MAX_HEAD_STRETCHES;
    private long total;
    private long afterHead;
    private boolean errorAfterHead;
    private int shownPieces;
    private int shownBytes;
    private boolean muted;
    private boolean finished;
    private volatile boolean waiting;

    RunOutput(AgentLimits limits) {
        this.headLeft = limits.headBytes();
        this.tailBytes = limits.tailBytes();
        this.maxBytes = limits.outputBytes();
    }

    /** Adds what a thread wrote; false if that was more than a run may write. */
    synchronized boolean append(
            Thread writer, boolean error, byte[] bytes, int offset, int length) {
        if (muted) {
            return true;
        }
        int head = headPart(bytes, offset, length);
        if (head > 0) {
            addToHead(writer, error, bytes, offset, head);
        }
        if (head < length) {
            appendToTail(writer, error, bytes, offset + head, length - head);
        }
        total += length;
        return total <= maxBytes;
    }

    /**
     * Adds what a thread showed, as a message without its run; false if that was more than a run
     * may show. It is sent at once, also where text has to wait for the end of the run.
     */
    synchronized boolean show(Thread writer, byte[] message) {
        if (muted) {
            return true;
        }
        if (shownPieces == Wire.MOST_SHOWN
                || shownBytes + message.length > Wire.MAX_SHOWN_TOGETHER) {
            return false;
        }
        shownPieces++;
        shownBytes += message.length;
        pending.addShown(writer, message);
        waiting = true;
        return true;
    }

    private void addToHead(Thread writer, boolean error, byte[] bytes, int offset, int length) {
        int before = pending.stretches();
        pending.add(writer, error, bytes, offset, length);
        waiting = true;
        headStretchesLeft -= pending.stretches() - before;
        if (headStretchesLeft <= 0) {
            headLeft = 0;
        }
    }

    private int headPart(byte[] bytes, int offset, int length) {
        if (length <= headLeft) {
            headLeft -= length;
            return length;
        }
        int part = headLeft;
        headLeft = 0;
        return part - Utf8.split(bytes, offset, offset + part);
    }

    private void appendToTail(Thread writer, boolean error, byte[] bytes, int offset, int length) {
        if (afterHead == 0) {
            errorAfterHead = error;
        }
        afterHead += length;
        if (finished) {
            return;
        }
        int at = offset + Math.max(0, length - tailBytes);
        int end = offset + length;
        while (at < end) {
            OutputBuffer buffer = tailWithRoom();
            int count = Math.min(end - at, tailBytes - buffer.size());
            buffer.add(writer, error, bytes, at, count);
            at += count;
        }
    }

    /** Two buffers take turns; together they always hold at least the last bytes that are kept. */
    private OutputBuffer tailWithRoom() {
        if (tail == null) {
            tail = new OutputBuffer();
        }
        if (tail.size() >= tailBytes || tail.stretches() >= MAX_TAIL_STRETCHES) {
            OutputBuffer free = olderTail == null ? new OutputBuffer() : olderTail;
            free.clear();
            olderTail = tail;
            tail = free;
        }
        return tail;
    }

    /** Whether something waits to be taken. */
    boolean waiting() {
        return waiting;
    }

    /**
     * What came of the head since the last call. The buffer belongs to the caller until the next
     * call. Unless it is the last call, a character of which a part is missing stays behind.
     */
    synchronized OutputBuffer take(boolean lastCall) {
        OutputBuffer full = swap();
        int last = full.stretches() - 1;
        if (last >= 0 && !lastCall && !full.shown(last)) {
            int end = full.end(last);
            int incomplete = Utf8.incomplete(full.bytes(), full.start(last), end);
            if (incomplete > 0) {
                pending.add(
                        full.writer(last),
                        full.error(last),
                        full.bytes(),
                        end - incomplete,
                        incomplete);
                full.shorten(incomplete);
            }
        }
        return full;
    }

    private OutputBuffer swap() {
        OutputBuffer full = pending;
        taken.clear();
        pending = taken;
        taken = full;
        waiting = false;
        return full;
    }

    /** The run is over: from now on nothing more is kept than is sent at once. */
    synchronized void finish() {
        finished = true;
    }

    /** What was written after the head and is not taken yet, or null. */
    synchronized Rest takeRest() {
        if (tail == null) {
            return null;
        }
        Rest rest = Rest.of(olderTail, tail, afterHead, errorAfterHead, tailBytes);
        olderTail = null;
        tail = null;
        return rest;
    }

    /** Drops what is written from now on. */
    synchronized void mute() {
        muted = true;
    }
}
