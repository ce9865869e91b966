import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private static final long CENTURY = Duration.ofDays(36_500).toNanos();

    /** On the clock of System.nanoTime(). */
    private static final ScopedValue<Long> END = ScopedValue.newInstance();

    private Deadline() {}

    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        long now = System.nanoTime();
        long left = Math.min(TimeUnit.NANOSECONDS.convert(limit), CENTURY);
        if (END.isBound()) {
            left = Math.min(left, END.get() - now);
        }
        if (left <= 0) {
            throw new TimeoutException();
        }
        return ScopedValue.where(END, now + left).call(work::call);
    }

    public static Optional<Duration> left() {
        return END.isBound()
                ? Optional.of(Duration.ofNanos(Math.max(0, END.get() - System.nanoTime())))
                : Optional.empty();
    }
}
