package dev.interleave.measurer.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The requests of one point of a curve, and when each of them was done.
 *
 * <p>Threading: one thread begins and ends it; any may say that a request is done.
 */
final class Window {

    private final Service service;
    private final AtomicLongArray doneAt;
    private final AtomicInteger unfinished = new AtomicInteger();
    private volatile boolean over;
    private volatile String mistake;

    Window(Service service, int requests) {
        this.service = service;
        this.doneAt = new AtomicLongArray(requests);
    }

    Service service() {
        return service;
    }

    Request request(int number) {
        unfinished.incrementAndGet();
        return new Request(this, number);
    }

    /** Its answers count no longer, and what waits for the service waits no longer. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    void done(int number, boolean answered) {
        long now = System.nanoTime();
        if (!answered && !over) {
            mistake = "A request was done before the service had answered it: call(), then done().";
        }
        if (doneAt.compareAndSet(number, 0, now)) {
            unfinished.decrementAndGet();
        } else {
            mistake = "A request was done twice.";
        }
    }

    /** When a request was done, by {@code System.nanoTime()}; 0 if it is not. */
    long doneAt(int number) {
        return doneAt.get(number);
    }

    int unfinished() {
        return unfinished.get();
    }

    /** What the version did wrong; null if nothing. */
    String mistake() {
        return mistake;
    }
}
