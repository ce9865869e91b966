package dev.interleave.explore.runtime;

import dev.interleave.explore.jdk.UnsupportedJdkException;
import dev.interleave.explore.schedule.ControlledThread;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Who took permits and read locks and has not given them back, which the JDK itself does not know.
 */
final class Holds {

    private final Map<Object, Map<ControlledThread, Integer>> holds = new IdentityHashMap<>();

    /** A call by woven code returned. */
    void returned(ControlledThread thread, Object receiver, String site) {
        if (!(receiver instanceof Semaphore
                || receiver instanceof ReentrantReadWriteLock.ReadLock
                || receiver instanceof StampedLock)) return;
        var method = site.substring(site.lastIndexOf('.') + 1);
        var change =
                switch (method) {
                    case "acquire",
                            "acquireUninterruptibly",
                            "lock",
                            "lockInterruptibly",
                            "readLock",
                            "writeLock" ->
                            1;
                    case "release", "unlock", "unlockRead", "unlockWrite" -> -1;
                    default -> 0;
                };
        if (change == 0) return;
        var key = receiver instanceof StampedLock ? receiver : sync(receiver);
        holds.computeIfAbsent(key, _ -> new HashMap<>()).merge(thread, change, Integer::sum);
    }

    /** A thread that lives and holds what a parked thread waits for, itself perhaps. */
    Optional<ControlledThread> holder(Object blocker) {
        return holds.getOrDefault(blocker, Map.of()).entrySet().stream()
                .filter(hold -> hold.getValue() > 0 && !hold.getKey().ended())
                .map(Map.Entry::getKey)
                .min(java.util.Comparator.comparingInt(ControlledThread::id));
    }

    private static Object sync(Object lock) {
        try {
            var field = lock.getClass().getDeclaredField("sync");
            field.setAccessible(true);
            return field.get(lock);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("the synchronizer of a lock", e);
        }
    }
}
