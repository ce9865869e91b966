import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A deadline that holds for a piece of work and all that it calls. */
public final class Deadline {

    private Deadline() {}

    /**
     * Runs work that has so much time, or less if there is a deadline already.
     *
     * @throws java.util.concurrent.TimeoutException if no time is left at the beginning
     */
    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        return null;
    }

    /** How much time is left; empty without a deadline. */
    public static Optional<Duration> left() {
        return null;
    }
}
