import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

public final class Retry {

    public interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    public record Rule(
            int tries, Duration first, Duration longest, Predicate<Exception> worthIt) {}

    private final Rule rule;
    private final InstantSource clock;
    private final RandomGenerator die;
    private final Sleeper sleeper;

    public Retry(Rule rule, InstantSource clock, RandomGenerator die, Sleeper sleeper) {
        this.rule = rule;
        this.clock = clock;
        this.die = die;
        this.sleeper = sleeper;
    }

    public <T> T call(Instant deadline, Callable<T> call) throws Exception {
        Exception failure = null;
        for (var bound : bounds()) {
            if (failure != null) {
                pause(bound, deadline, failure);
            }
            try {
                return call.call();
            } catch (Exception e) {
                if (e instanceof InterruptedException || !rule.worthIt().test(e)) {
                    throw e;
                }
                failure = e;
            }
        }
        throw failure;
    }

    /** One for each try; what is before the first try does not matter. */
    private Iterable<Duration> bounds() {
        return Stream.concat(
                        Stream.of(Duration.ZERO),
                        Stream.iterate(shorter(rule.first()), b -> shorter(b.multipliedBy(2))))
                .limit(rule.tries())
                ::iterator;
    }

    private Duration shorter(Duration bound) {
        return bound.compareTo(rule.longest()) < 0 ? bound : rule.longest();
    }

    private void pause(Duration bound, Instant deadline, Exception failure) throws Exception {
        var pause = Duration.ofMillis(die.nextLong(0, bound.toMillis() + 1));
        if (Duration.between(clock.instant(), deadline).compareTo(pause) <= 0) {
            throw failure;
        }
        sleeper.sleep(pause);
    }
}
