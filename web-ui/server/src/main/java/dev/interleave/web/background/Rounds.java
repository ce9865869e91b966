package dev.interleave.web.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something at once and then again and again, in the background. Where it fails, the log says
 * why, and the next round tries again.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration END = Duration.ofSeconds(5);

    private final String name;
    private final Duration between;
    private final Runnable round;
    private final Thread thread;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean closed;

    /**
     * @param between two rounds
     */
    public Rounds(String name, Duration between, Runnable round) {
        this.name = name;
        this.between = between;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::go);
    }

    public void start() {
        thread.start();
    }

    /** Begins the next round at once, or after the one that goes on. */
    public void wake() {
        wakes.release();
    }

    /** Interrupts the round that goes on and waits a little, so that it finds nothing closed. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() {
        try {
            while (!closed) {
                once();
                wakes.tryAcquire(between.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            }
        } catch (InterruptedException _) {
            LOG.debug("The server ends");
        }
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("{} failed; trying again", name, e);
            }
        }
    }
}
