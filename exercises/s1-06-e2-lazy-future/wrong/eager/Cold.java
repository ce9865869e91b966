import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class Cold<T> {

    private final FutureTask<T> task;

    public Cold(Callable<T> work) {
        task = new FutureTask<>(work);
        task.run();
    }

    public T await() throws InterruptedException, ExecutionException {
        return task.get();
    }
}
