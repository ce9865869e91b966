import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class Cold<T> {

    private final Callable<T> work;
    private boolean done;
    private T value;
    private Throwable failure;

    public Cold(Callable<T> work) {
        this.work = work;
    }

    public synchronized T await() throws ExecutionException {
        if (!done) {
            try {
                value = work.call();
            } catch (Throwable e) {
                failure = e;
            }
            done = true;
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return value;
    }
}
