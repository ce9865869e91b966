import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    /** Threads that are started inherit it. */
    private static final InheritableThreadLocal<Instant> END = new InheritableThreadLocal<>();

    private Deadline() {}

    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        Instant outer = END.get();
        Instant now = Instant.now();
        Instant end = earlier(outer, now, limit);
        if (!now.isBefore(end)) {
            throw new TimeoutException("no time left");
        }
        END.set(end);
        try {
            return work.call();
        } finally {
            if (outer == null) {
                END.remove();
            } else {
                END.set(outer);
            }
        }
    }

    private static Instant earlier(Instant outer, Instant now, Duration limit) {
        Instant most = outer == null ? Instant.MAX : outer;
        boolean shorter = limit.compareTo(Duration.between(now, most)) < 0;
        return shorter ? now.plus(limit) : most;
    }

    public static Optional<Duration> left() {
        return Optional.ofNullable(END.get())
                .map(end -> Duration.between(Instant.now(), end))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }
}
