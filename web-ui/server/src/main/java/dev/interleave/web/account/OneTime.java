package dev.interleave.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Things that wait for somebody who comes back with a secret, once and soon. They are kept in
 * memory, the newest of them: after a restart people begin again.
 *
 * <p>Threading: any thread may call anything.
 *
 * @param <T> what is kept
 */
public final class OneTime<T> {

    private static final int MOST = 20_000;

    private final Clock clock;
    private final Duration valid;
    private final SequencedMap<String, Kept<T>> kept = new LinkedHashMap<>();

    /**
     * @param valid how long each waits
     */
    public OneTime(Clock clock, Duration valid) {
        this.clock = clock;
        this.valid = valid;
    }

    private record Kept<T>(T value, long until) {}

    /** Keeps something until somebody brings the secret. */
    public synchronized void put(String secret, T value) {
        var now = clock.millis();
        kept.values().removeIf(each -> each.until() <= now);
        while (kept.size() >= MOST) {
            kept.pollFirstEntry();
        }
        kept.put(Tokens.hash(secret), new Kept<>(value, now + valid.toMillis()));
    }

    /** Gives it away; empty if there is none, or not any more. */
    public synchronized Optional<T> take(String secret) {
        return Optional.ofNullable(kept.remove(Tokens.hash(secret))).flatMap(this::fresh);
    }

    /** The same, and keeps it. */
    public synchronized Optional<T> look(String secret) {
        return Optional.ofNullable(kept.get(Tokens.hash(secret))).flatMap(this::fresh);
    }

    private Optional<T> fresh(Kept<T> found) {
        return found.until() > clock.millis() ? Optional.of(found.value()) : Optional.empty();
    }
}
