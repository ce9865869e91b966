import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

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
        long longest = rule.longest().toNanos();
        long bound = Math.min(rule.first().toNanos(), longest);
        for (int tried = 1; ; tried++) {
            try {
                return call.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                var pause = Duration.ofNanos(die.nextLong(bound + 1));
                if (tried == rule.tries()
                        || !rule.worthIt().test(e)
                        || !clock.instant().plus(pause).isBefore(deadline)) {
                    throw e;
                }
                Thread.sleep(pause.dividedBy(1_000));
            }
            bound = bound > longest / 2 ? longest : 2 * bound;
        }
    }
}
