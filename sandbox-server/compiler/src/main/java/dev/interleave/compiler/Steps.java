package dev.interleave.compiler;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What threads compile now, and what each step has taken so far: processor time and memory of its
 * own thread, so that nobody pays for waiting, for garbage collection or for others.
 *
 * <p>Threading: any thread; steps begin and end on the thread that compiles.
 */
final class Steps {

    /**
     * Processor time for one step. A javac bomb has no end of its own; a class of 2,000 lines takes
     * a third.
     */
    static final Duration LIMIT = Duration.ofSeconds(3);

    /** What was compiled once is compiled again where javac itself may still be interpreted. */
    private static final int PATIENCE_WITH_REBUILDS = 3;

    private final ThreadMXBean clock = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<Long, Step> steps = new ConcurrentHashMap<>();
    private final Duration limit;

    Steps(Duration limit) {
        this.limit = limit;
    }

    /** One that is under way, of this run, or 0 where it is nobody's. */
    record Step(
            long thread,
            int session,
            long run,
            Duration limit,
            long cpuAtStart,
            long bytesAtStart) {}

    /** The calling thread begins with a snippet or a question; the one before is over. */
    void begin(int session, long run) {
        begin(session, run, limit);
    }

    /** The calling thread begins with a snippet that has been compiled before. */
    void beginAgain(int session) {
        begin(session, 0, limit.multipliedBy(PATIENCE_WITH_REBUILDS));
    }

    private void begin(int session, long run, Duration most) {
        long thread = Thread.currentThread().threadId();
        long cpu = clock.getCurrentThreadCpuTime();
        long bytes = clock.getThreadAllocatedBytes(thread);
        steps.put(thread, new Step(thread, session, run, most, cpu, bytes));
    }

    void end() {
        steps.remove(Thread.currentThread().threadId());
    }

    Collection<Step> underWay() {
        return steps.values();
    }

    /** Forgets a step; false if it is over. */
    boolean remove(Step step) {
        return steps.remove(step.thread(), step);
    }

    boolean isOver(Step step) {
        return clock.getThreadCpuTime(step.thread()) - step.cpuAtStart() > step.limit().toNanos();
    }

    /** What the step has allocated, in bytes; some of it may be garbage already. */
    long bytes(Step step) {
        return clock.getThreadAllocatedBytes(step.thread()) - step.bytesAtStart();
    }

    /** The step that has allocated most. */
    Optional<Step> hungriest() {
        return steps.values().stream().max(Comparator.comparingLong(this::bytes));
    }
}
