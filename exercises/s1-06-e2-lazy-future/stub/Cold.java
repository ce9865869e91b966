import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Work that is done when somebody asks for it. */
public final class Cold<T> {

    public Cold(Callable<T> work) {}

    /** The result of the work; the first call runs it. */
    public T await() throws InterruptedException, ExecutionException {
        return null;
    }
}
