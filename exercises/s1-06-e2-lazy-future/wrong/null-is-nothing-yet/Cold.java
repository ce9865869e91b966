import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class Cold<T> {

    private final Callable<T> work;

    private T value;
    private Throwable failure;

    public Cold(Callable<T> work) {
        this.work = work;
    }

    public synchronized T await() throws ExecutionException {
        if (value == null && failure == null) {
            try {
                value = work.call();
            } catch (Throwable e) {
                failure = e;
            }

        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return value;
    }
}
