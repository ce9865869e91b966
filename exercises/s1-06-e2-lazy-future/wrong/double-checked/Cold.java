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

    public T await() throws ExecutionException {
        if (!done) {
            run();
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return value;
    }

    private synchronized void run() {
        if (done) {
            return;
        }
        try {
            value = work.call();
        } catch (Throwable e) {
            failure = e;
        }
        done = true;
    }
}
