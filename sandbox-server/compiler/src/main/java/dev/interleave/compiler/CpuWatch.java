package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the supervisor when a snippet takes more CPU time to compile than any reasonable one does.
 * Waiting for a session JVM costs none, so it does not count.
 *
 * <p>Threading: any thread.
 */
final class CpuWatch {

    /**
     * For one snippet. A javac bomb has no end of its own; a class of 2,000 lines takes a third.
     */
    static final Duration LIMIT = Duration.ofSeconds(3);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
    private final Outbox out;
    private final Duration limit;

    private record Watched(int session, long run, long startNanos) {}

    CpuWatch(Outbox out, Duration limit) {
        this.out = out;
        this.limit = limit;
    }

    /** Looks again and again until the JVM ends. */
    void start() {
        Thread.ofPlatform().daemon().name("cpu-watch").start(this::watch);
    }

    /** The calling thread begins with a snippet of this run. */
    void begin(int session, long run) {
        long now = clock.getCurrentThreadCpuTime();
        watched.put(Thread.currentThread().threadId(), new Watched(session, run, now));
    }

    void end() {
        watched.remove(Thread.currentThread().threadId());
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                watched.forEach(this::check);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(long thread, Watched work) {
        long nanos = clock.getThreadCpuTime(thread) - work.startNanos();
        if (nanos > limit.toNanos() && watched.remove(thread, work)) {
            out.send(new FromCompiler.Overrun(work.session(), work.run(), nanos / 1_000_000));
        }
    }
}
