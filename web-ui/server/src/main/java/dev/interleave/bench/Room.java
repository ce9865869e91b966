package dev.interleave.bench;

import java.time.Duration;

/**
 * A sandbox that is furnished otherwise than the server's.
 *
 * @param sessions most JVMs of sessions
 * @param pooled how many of them wait ready, at least and at most
 * @param evictAfter idle time after which a session gives back the compiler's memory
 */
public record Room(int sessions, int pooled, Duration evictAfter) {

    /** Sessions that keep what they have, and no others beside them. */
    public static Room forExactly(int sessions) {
        return new Room(sessions, 0, Duration.ofDays(1));
    }
}
