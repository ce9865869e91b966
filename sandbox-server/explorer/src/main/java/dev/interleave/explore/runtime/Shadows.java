package dev.interleave.explore.runtime;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * The shadows of one run. Objects of woven classes carry their own; the few others are looked up.
 */
final class Shadows {

    private final Map<Object, Shadow> others = new IdentityHashMap<>();

    /** The locks that somebody holds. */
    List<Object> lockedLocks() {
        return others.keySet().stream().filter(Shadows::isLocked).toList();
    }

    private static boolean isLocked(Object object) {
        return switch (object) {
            case ReentrantLock lock -> lock.isLocked();
            case ReentrantReadWriteLock.WriteLock lock -> isWriteLocked(lock);
            case ReentrantReadWriteLock.ReadLock lock -> isReadLocked(lock);
            case StampedLock lock -> lock.isWriteLocked() || lock.isReadLocked();
            default -> false;
        };
    }

    private static boolean isWriteLocked(ReentrantReadWriteLock.WriteLock lock) {
        // There is no question for it; its description says who holds it.
        return lock.toString().contains("Locked by");
    }

    private static boolean isReadLocked(ReentrantReadWriteLock.ReadLock lock) {
        return !lock.toString().contains("[Read locks = 0]");
    }

    Shadow of(Object object) {
        if (object instanceof Shadowed shadowed) {
            if (shadowed.interleave$shadow() instanceof Shadow shadow && shadow.belongsTo(this))
                return shadow;
            var shadow = new Shadow(this, object);
            shadowed.interleave$shadow(shadow);
            return shadow;
        }
        return others.computeIfAbsent(object, key -> new Shadow(this, key));
    }
}
