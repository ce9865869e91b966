package dev.interleave.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets nobody try passwords quickly: after some failures in a row the next try has to wait, twice
 * as long each time.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Throttle {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    public Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, long until) {}

    /** Milliseconds until the next try; 0 if it may be now. */
    public synchronized long waitFor(String key) {
        var known = failures.get(key);
        return known == null ? 0 : Math.max(0, known.until() - clock.millis());
    }

    /**
     * Notes a failure.
     *
     * @param free how many need not wait
     */
    public synchronized void failed(String key, int free) {
        var known = failures.remove(key);
        var count = known == null ? 1 : known.count() + 1;
        var doublings = Math.min(MOST_DOUBLINGS, count - free);
        var wait = doublings < 0 ? 0 : FIRST_WAIT.toMillis() << doublings;
        failures.put(key, new Failures(count, clock.millis() + wait));
    }

    /** Forgets the failures. */
    public synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
