package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.jail.Jail;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Kills a jail that takes too long for a step, and lets what it writes to its descriptors run off.
 * It looks seldom, so that it does not disturb what is measured.
 *
 * <p>Threading: the one who uses the jail calls the methods; the clock has threads of its own.
 */
final class JailClock implements AutoCloseable {

    private static final long LOOK_MILLIS = 500;
    private static final int STACK = 256 << 10;

    private final Jail jail;
    private final Thread thread;
    private volatile long deadline = Long.MAX_VALUE;
    private volatile boolean late;

    JailClock(Jail jail) {
        this.jail = jail;
        Thread.ofPlatform()
                .daemon()
                .stackSize(STACK)
                .name(jail.name() + "-raw")
                .start(() -> drain(jail.raw()));
        thread = Thread.ofVirtual().name(jail.name() + "-clock").start(this::run);
    }

    private static void drain(InputStream raw) {
        try (raw) {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The jail is gone.
        }
    }

    /** A step begins that may take this long. */
    void step(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** The step is over. */
    void rest() {
        deadline = Long.MAX_VALUE;
    }

    /** Whether the jail was killed because it took too long. */
    boolean late() {
        return late;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                long until = deadline;
                if (until != Long.MAX_VALUE && System.nanoTime() - until > 0) {
                    late = true;
                    jail.kill();
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
