package dev.interleave.agent.trace;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/**
 * The locks and monitors that somebody waits for, and who has each: who waits in a long queue is
 * held up by others in turn, of which it notices nothing itself.
 *
 * <p>Threading: not safe.
 */
final class WaitedLocks {

    /** Locks beyond these are not looked at. */
    private static final int MOST = 1_000;

    private final OwnedMonitors monitors;
    private final Map<Thread, Object> waiting = new HashMap<>();
    private final Map<Object, Waited> locks = new IdentityHashMap<>();

    private static final class Waited {
        private final boolean monitor;
        private int waiters;
        private long owner;

        Waited(boolean monitor, long owner) {
            this.monitor = monitor;
            this.owner = owner;
        }
    }

    /** Takes a lock and the thread that has it now; 0 for none. */
    interface Taker {
        void take(Object lock, long owner);
    }

    WaitedLocks(OwnedMonitors monitors) {
        this.monitors = monitors;
    }

    /** A thread begins to wait for what another one is said to have. */
    void begins(Thread thread, Object lock, long owner, boolean monitor) {
        boolean ownable = monitor || lock instanceof AbstractOwnableSynchronizer;
        if (!ownable || locks.size() >= MOST && !locks.containsKey(lock)) {
            return;
        }
        ends(thread);
        waiting.put(thread, lock);
        locks.computeIfAbsent(lock, _ -> new Waited(monitor, owner)).waiters++;
    }

    void ends(Thread thread) {
        Object lock = waiting.remove(thread);
        if (lock != null && --locks.get(lock).waiters == 0) {
            locks.remove(lock);
        }
    }

    /** Hands over those whose owner is another one than at the last look. */
    void look(Taker taker) {
        locks.forEach(
                (lock, waited) -> {
                    Thread owner =
                            waited.monitor ? monitors.owner(lock) : Recorder.ownerOfLock(lock);
                    long id = owner == null ? 0 : owner.threadId();
                    if (id != waited.owner) {
                        waited.owner = id;
                        taker.take(lock, id);
                    }
                });
    }
}
