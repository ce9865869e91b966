package dev.interleave.measurer.load;

import dev.interleave.measurer.message.FromMeasurer.Held;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.IntSupplier;

/**
 * What tasks in flight hold: the objects that are left after garbage was collected, and the
 * resident part of the stacks of platform threads, less what there was while no task was in flight.
 *
 * <p>Threading: one thread; nothing else that lasts may begin between the two readings.
 */
public final class HeldMemory {

    /** Of fewer tasks nothing is told: what else a JVM does would be as much. */
    public static final int FEWEST_TASKS = 8;

    /** How many of the tasks may have come or gone while it was looked. */
    private static final double CHANGED = 0.05;

    /** How many stacks must have been found for each thread; some of ended ones are kept. */
    private static final double FEWEST_STACKS = 0.9;

    private static final double MOST_STACKS = 1.25;

    private final Early early;
    private final int threads = threads();
    private final long heap = heap();

    private HeldMemory(Early early) {
        this.early = early;
    }

    /** Platform threads and their stacks before a version was loaded. */
    public record Early(int threads, Stacks stacks) {

        public static Early now() {
            return new Early(HeldMemory.threads(), Stacks.now());
        }
    }

    /** Reads what there is while no task is in flight. */
    public static HeldMemory idle(Early early) {
        return new HeldMemory(early);
    }

    /**
     * Reads what these tasks hold, which takes some hundredths of a second.
     *
     * @param tasks how many there are now
     * @param later tells how many there are; where that has changed, nothing can be told
     */
    public Held of(int tasks, IntSupplier later) {
        if (tasks < FEWEST_TASKS) {
            return Held.UNKNOWN;
        }
        long bytes = heap() - heap;
        int more = threads() - threads;
        if (more >= FEWEST_TASKS) {
            Stacks stacks = Stacks.now();
            int since = threads() - early.threads;
            double found = (double) (stacks.count() - early.stacks.count()) / since;
            if (!(found >= FEWEST_STACKS && found <= MOST_STACKS)) {
                return Held.UNKNOWN;
            }
            // The kernel does not tell which stack is whose.
            bytes += more * Math.max(0, stacks.bytes() - early.stacks.bytes()) / since;
        }
        boolean steady = Math.abs(later.getAsInt() - tasks) <= CHANGED * tasks;
        return steady && bytes > 0 ? new Held(tasks, bytes) : Held.UNKNOWN;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** What is left of the heap when its garbage is gone. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(after -> after.getUsed())
                .sum();
    }
}
