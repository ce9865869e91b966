package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Watches a jail from outside: kills it when a step takes more processor time, or much more time,
 * than it may, and lets what it writes to its descriptors run off.
 *
 * <p>Threading: the one who uses the jail calls {@link #step} and {@link #overdue}; the watch has
 * threads of its own.
 */
public final class JailWatch implements AutoCloseable {

    private static final int STACK = 256 << 10;
    private static final long LOOK_MILLIS = 50;

    private final Jail jail;
    private final long cpuNanos;
    private final long wallNanos;
    private final Thread thread;
    private boolean watching;
    private boolean overdue;
    private long cpuAtStart;
    private long start;

    /**
     * @param cpu that a step may use
     * @param wall a step's time, for what uses no processor; long, since the machine may be slow
     */
    public JailWatch(Jail jail, Duration cpu, Duration wall) {
        this.jail = jail;
        this.cpuNanos = cpu.toNanos();
        this.wallNanos = wall.toNanos();
        Thread.ofPlatform()
                .daemon()
                .stackSize(STACK)
                .name(jail.name() + "-raw")
                .start(() -> drain(jail.raw()));
        thread = Thread.ofVirtual().name(jail.name() + "-watch").start(this::run);
    }

    private static void drain(InputStream raw) {
        try (raw) {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The jail is gone.
        }
    }

    /** A step begins. */
    public synchronized void step() {
        watching = true;
        cpuAtStart = jail.cpuNanos();
        start = System.nanoTime();
    }

    /** The last step is over, and none is going on. */
    public synchronized void rest() {
        watching = false;
    }

    /** Whether the jail was killed for the time that a step took. */
    public synchronized boolean overdue() {
        return overdue;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                look();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private synchronized void look() {
        if (watching
                && (jail.cpuNanos() - cpuAtStart > cpuNanos
                        || System.nanoTime() - start > wallNanos)) {
            overdue = true;
            watching = false;
            jail.kill();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        jail.close();
    }
}
