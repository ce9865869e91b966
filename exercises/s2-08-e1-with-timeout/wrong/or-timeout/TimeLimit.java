import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
        var result = new CompletableFuture<T>();
        Thread.startVirtualThread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                });
        try {
            long nanos = TimeUnit.NANOSECONDS.convert(limit);
            return new Outcome.Done<>(result.orTimeout(nanos, TimeUnit.NANOSECONDS).get());
        } catch (ExecutionException e) {
            return e.getCause() instanceof TimeoutException
                    ? new Outcome.TimedOut<>()
                    : new Outcome.Failed<>(e.getCause());
        }
    }
}
