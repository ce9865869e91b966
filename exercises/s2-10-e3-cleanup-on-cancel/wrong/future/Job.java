import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class Job<T> {

    public interface Work<R, T> {
        T with(R resource) throws Exception;
    }

    private final FutureTask<T> task;

    private Job(FutureTask<T> task) {
        this.task = task;
    }

    public static <R extends AutoCloseable, T> Job<T> start(Callable<R> open, Work<R, T> work) {
        var task =
                new FutureTask<>(
                        () -> {
                            try (R resource = open.call()) {
                                return work.with(resource);
                            }
                        });
        Thread.startVirtualThread(task);
        return new Job<>(task);
    }

    public T await() throws InterruptedException, ExecutionException {
        return task.get();
    }

    public void cancel() throws InterruptedException {
        task.cancel(true);
    }
}
