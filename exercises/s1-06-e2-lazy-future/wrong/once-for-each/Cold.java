import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class Cold<T> {

    private final Callable<T> work;

    public Cold(Callable<T> work) {
        this.work = work;
    }

    public T await() throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(work);
        task.run();
        return task.get();
    }
}
