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
    private final Map<Semaphore, Integer> permitsAtFirst = new IdentityHashMap<>();

    /** Woven code is going to call; how many permits there are before the first call is kept. */
    void called(Object receiver) {
        if (receiver instanceof Semaphore semaphore)
            permitsAtFirst.computeIfAbsent(semaphore, Semaphore::availablePermits);
    }

    /** How many permits of a semaphore were taken and not given back; 0 if it only had fewer. */
    int taken(Semaphore semaphore) {
        var atFirst = permitsAtFirst.getOrDefault(semaphore, 0);
        return Math.max(0, atFirst - semaphore.availablePermits());
    }

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

    /** A submission may have a class of its own that extends the JDK's. */
    private static Object sync(Object lock) {
        var type =
                lock instanceof Semaphore ? Semaphore.class : ReentrantReadWriteLock.ReadLock.class;
        try {
            var field = type.getDeclaredField("sync");
            field.setAccessible(true);
            return field.get(lock);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("the synchronizer of a lock", e);
        }
    }
}
