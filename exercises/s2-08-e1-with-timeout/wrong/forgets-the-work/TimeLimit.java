import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class TimeLimit {

    public sealed interface Outcome<T> {

        record Done<T>(T result) implements Outcome<T> {}

        record Failed<T>(Throwable failure) implements Outcome<T> {}

        record TimedOut<T>() implements Outcome<T> {}
    }

    private TimeLimit() {}

    public static <T> Outcome<T> run(Duration limit, Callable<T> work)
            throws InterruptedException {
        var task = new FutureTask<>(work);
        var thread = Thread.startVirtualThread(task);
        if (!thread.join(limit)) {
            thread.interrupt();
            thread.join();
            return new Outcome.TimedOut<>();
        }
        try {
            return new Outcome.Done<>(task.get());
        } catch (ExecutionException e) {
            return new Outcome.Failed<>(e.getCause());
        }
    }
}
