package dev.interleave.web.cell;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last things that happened to one learner's lesson, numbered from 1, for every tab that shows
 * it. Each reader keeps its own place; one that comes back after a while goes on where it was, and
 * one that is too slow is told that it missed something.
 *
 * <p>Threading: any thread may call anything.
 */
final class EventLog implements AutoCloseable {

    private static final int BATCH = 256;
    private static final int MAX_READERS = 32;

    private final String name;
    private final int maxEvents;
    private final int maxChars;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Event> ring = new ArrayDeque<>();
    private long last;
    private int chars;
    private int readers;
    private boolean closed;

    /**
     * @param name part of the events' ids; another log must have another one
     * @param maxEvents most events kept
     * @param maxChars most characters kept, over all events
     */
    EventLog(String name, int maxEvents, int maxChars) {
        this.name = name;
        this.maxEvents = maxEvents;
        this.maxChars = maxChars;
    }

    /** A name that no log had before, also not before a restart of the server. */
    static String newName() {
        return Long.toString(new SecureRandom().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
    }

    /** One event; {@code json} has no line feeds. */
    record Event(long number, String name, String json) {}

    /** What a reader gets. */
    sealed interface Batch {

        /** The next events, at least one. */
        record Events(List<Event> events) implements Batch {}

        /** Nothing happened in the time that the reader was willing to wait. */
        record Quiet() implements Batch {}

        /** Events after the reader's place are no longer kept; {@code last} is the newest. */
        record Missed(long last) implements Batch {}

        /** There will be no more. */
        record Closed() implements Batch {}
    }

    /** Adds an event and forgets the oldest ones that there is no more room for. */
    void add(String name, String json) {
        lock.lock();
        try {
            ring.addLast(new Event(++last, name, json));
            chars += json.length();
            while (ring.size() > maxEvents || chars > maxChars && ring.size() > 1) {
                chars -= ring.removeFirst().json().length();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Number of the newest event; 0 before the first. */
    long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** The id of the newest event. */
    EventId lastId() {
        return new EventId(name, last());
    }

    /** The id of an event of this log. */
    EventId id(long number) {
        return new EventId(name, number);
    }

    /** Counts a reader until it leaves; false when there are too many. */
    boolean enter() {
        lock.lock();
        try {
            if (readers == MAX_READERS) {
                return false;
            }
            readers++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            readers--;
        } finally {
            lock.unlock();
        }
    }

    int readers() {
        lock.lock();
        try {
            return readers;
        } finally {
            lock.unlock();
        }
    }

    /** What came after {@code place}, as soon as there is something. */
    Batch after(long place, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        lock.lock();
        try {
            while (!closed && place == last && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (closed) {
                return new Batch.Closed();
            }
            return place == last ? new Batch.Quiet() : next(place);
        } finally {
            lock.unlock();
        }
    }

    /** Ends every reader. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Batch next(long place) {
        var oldest = last - ring.size() + 1;
        if (place < oldest - 1 || place > last) {
            return new Batch.Missed(last);
        }
        var skip = place - oldest + 1;
        return new Batch.Events(ring.stream().skip(skip).limit(BATCH).toList());
    }
}
