package dev.interleave.agent.trace;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import jdk.internal.misc.Unsafe;

/**
 * Which queue a condition belongs to, and what is the matter with it while somebody waits: who
 * takes from a queue parks on a condition that knows nothing of the queue.
 *
 * <p>Threading: any thread may call anything.
 */
final class QueueConditions {

    private static final int MOST = 4_096;
    private static final Unsafe UNSAFE = Unsafe.getUnsafe();

    /** The queues with a bound have two conditions, the others one. */
    private static final Class<?>[] BOUNDED = {
        ArrayBlockingQueue.class, LinkedBlockingQueue.class, LinkedBlockingDeque.class
    };

    private static final long[] NOT_EMPTY = offsets("notEmpty");
    private static final long[] NOT_FULL = offsets("notFull");
    private static final long PRIORITY_NOT_EMPTY =
            UNSAFE.objectFieldOffset(PriorityBlockingQueue.class, "notEmpty");

    /** Conditions do not say themselves what they equal, so they are told apart by identity. */
    private final Map<Object, String> names = new ConcurrentHashMap<>();

    void add(BlockingQueue<?> queue) {
        if (names.size() >= MOST) {
            return;
        }
        if (queue instanceof PriorityBlockingQueue) {
            name(queue, PRIORITY_NOT_EMPTY, "empty");
        }
        for (int i = 0; i < BOUNDED.length; i++) {
            if (BOUNDED[i].isInstance(queue)) {
                name(queue, NOT_EMPTY[i], "empty");
                name(queue, NOT_FULL[i], "full");
            }
        }
    }

    private void name(BlockingQueue<?> queue, long offset, String why) {
        Object condition = UNSAFE.getReference(queue, offset);
        if (condition != null) {
            String id = Integer.toHexString(System.identityHashCode(queue));
            names.put(condition, "%s@%s (%s)".formatted(queue.getClass().getName(), id, why));
        }
    }

    /** The queue, or null where the condition is none of a queue that is known. */
    String of(Object condition) {
        return names.get(condition);
    }

    private static long[] offsets(String field) {
        long[] offsets = new long[BOUNDED.length];
        for (int i = 0; i < BOUNDED.length; i++) {
            offsets[i] = UNSAFE.objectFieldOffset(BOUNDED[i], field);
        }
        return offsets;
    }
}
