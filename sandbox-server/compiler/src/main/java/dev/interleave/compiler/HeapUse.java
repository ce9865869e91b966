package dev.interleave.compiler;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was left of the old generation by its last collection: what is really in use there.
 *
 * <p>Threading: one thread at a time.
 */
final class HeapUse {

    private final MemoryPoolMXBean old =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                    .filter(pool -> pool.getName().matches(".*(Tenured|Old).*"))
                    .findFirst()
                    .orElseThrow();
    private final List<GarbageCollectorMXBean> collectors =
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(c -> Arrays.asList(c.getMemoryPoolNames()).contains(old.getName()))
                    .toList();
    private long collections;

    /** What the old generation may hold, in bytes. */
    long most() {
        return old.getUsage().getMax();
    }

    /** Bytes in use, or empty while nothing was collected since this was asked for. */
    OptionalLong afterCollection() {
        long now = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
        if (now == collections) {
            return OptionalLong.empty();
        }
        collections = now;
        return OptionalLong.of(old.getCollectionUsage().getUsed());
    }
}
