package dev.interleave.sandbox.cell;

import java.util.Collection;
import java.util.Comparator;

/** Takes back what sessions hold and do not use: first the compiler's memory, then the JVM. */
final class IdleSessions {

    private final Collection<LocalSession> sessions;
    private final Capacity capacity;

    IdleSessions(Collection<LocalSession> sessions, Capacity capacity) {
        this.sessions = sessions;
        this.capacity = capacity;
    }

    /** Looks after all of them; to be called every now and then. */
    void look() {
        for (LocalSession session : sessions) {
            long idle = session.idleNanos();
            if (idle > capacity.parkAfter().toNanos()) {
                session.park();
            } else if (idle > capacity.evictAfter().toNanos()) {
                session.evict();
            }
        }
    }

    /**
     * Somebody waits for a JVM and the machine is full: the session that has been idle for longest
     * gives up its own, unless everybody is busy learning.
     */
    void makeRoom() {
        sessions.stream()
                .filter(LocalSession::live)
                .filter(session -> session.idleNanos() > capacity.evictAfter().toNanos())
                .max(Comparator.comparingLong(LocalSession::idleNanos))
                .ifPresent(LocalSession::park);
    }
}
