import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Makes calls again when they have failed. */
public final class Retry {

    /** How to sleep, such as {@code Thread::sleep}. */
    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * How often and after which failures.
     *
     * @param tries at least 1
     * @param first the bound of the first pause
     * @param longest no bound exceeds it
     * @param worthIt whether it makes sense to try again after this failure
     */
    public record Rule(
            int tries, Duration first, Duration longest, Predicate<Exception> worthIt) {}

    public Retry(Rule rule, InstantSource clock, RandomGenerator die, Sleeper sleeper) {
        // TODO
    }

    /** Makes a call until it succeeds, or until there is no point in trying again. */
    public <T> T call(Instant deadline, Callable<T> call) throws Exception {
        return null;
    }
}
