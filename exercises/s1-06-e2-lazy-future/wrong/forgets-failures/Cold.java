import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class Cold<T> {

    private final Callable<T> work;
    private boolean done;
    private T value;


    public Cold(Callable<T> work) {
        this.work = work;
    }

    public synchronized T await() throws ExecutionException {
        if (!done) {
            try {
                value = work.call();
                done = true;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
        }
        return value;
    }
}
