import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class TimeLimit {

    public sealed interface Outcome<T> {

        record Done<T>(T result) implements Outcome<T> {}

        record Failed<T>(Throwable failure) implements Outcome<T> {}

        record TimedOut<T>() implements Outcome<T> {}
    }

    private TimeLimit() {}

    public static <T> Outcome<T> run(Duration limit, Callable<T> work)
            throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var future = executor.submit(work);
            try {
                return new Outcome.Done<>(future.get(limit.toNanos(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException e) {
                return new Outcome.Failed<>(e.getCause());
            } catch (TimeoutException e) {
                return new Outcome.TimedOut<>();
            } finally {
                future.cancel(true);
            }
        }
    }
}
