package dev.interleave.agent.trace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.misc.Unsafe;

/**
 * Who holds which monitor and who waits for one, of those that traced classes of the learner's
 * enter.
 *
 * <p>Threading: any thread may call anything.
 */
final class OwnedMonitors {

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final int MOST = 50_000;

    /** The last bits of an object's header, and what they are while its monitor is free. */
    private static final int LOCK_BITS = 3;

    private static final int FREE = 1;

    private final Map<Key, Thread> owners = new ConcurrentHashMap<>();
    private final Map<Thread, Object> entering = new ConcurrentHashMap<>();
    private final Map<Thread, Object> gaveUp = new ConcurrentHashMap<>();

    /** Whether the calling thread may have to wait for a monitor. */
    boolean mayBlock(Object monitor) {
        boolean free = (UNSAFE.getInt(monitor, 0L) & LOCK_BITS) == FREE;
        return !free && !Thread.holdsLock(monitor);
    }

    /** The calling thread is about to wait. */
    void entering(Object monitor) {
        entering.put(Thread.currentThread(), monitor);
    }

    /** The calling thread is in; true if it said before that it was about to wait. */
    boolean entered(Object monitor) {
        if (owners.size() < MOST) {
            owners.put(new Key(monitor), Thread.currentThread());
        }
        return !entering.isEmpty() && entering.remove(Thread.currentThread()) != null;
    }

    /** The calling thread has left it, once; it may still be in. */
    void left(Object monitor) {
        if (!Thread.holdsLock(monitor)) {
            owners.remove(new Key(monitor), Thread.currentThread());
        }
    }

    /** The calling thread gives it up until {@link #returned}, as {@code Object.wait} does. */
    void gaveUp(Object monitor) {
        if (owners.remove(new Key(monitor), Thread.currentThread())) {
            gaveUp.put(Thread.currentThread(), monitor);
        }
    }

    void returned() {
        Object monitor = gaveUp.isEmpty() ? null : gaveUp.remove(Thread.currentThread());
        if (monitor != null) {
            entered(monitor);
        }
    }

    /** The thread that is in it, or null if that is not known. */
    Thread owner(Object monitor) {
        return owners.get(new Key(monitor));
    }

    /** The threads that wait to enter a monitor, each with it. */
    Map<Thread, Object> entering() {
        return entering;
    }

    private record Key(Object monitor) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key(var that) && that == monitor;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(monitor);
        }
    }
}
