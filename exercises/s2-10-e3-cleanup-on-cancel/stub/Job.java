import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Work with a resource, on a thread of its own. */
public final class Job<T> {

    /** What is done with the resource. */
    public interface Work<R, T> {
        T with(R resource) throws Exception;
    }

    private Job() {}

    /** Starts to open the resource, work with it, and close it. */
    public static <R extends AutoCloseable, T> Job<T> start(Callable<R> open, Work<R, T> work) {
        return new Job<>();
    }

    /**
     * Waits for the end, and returns the result of the work.
     *
     * @throws ExecutionException with what opening, work or closing threw
     * @throws java.util.concurrent.CancellationException if the job was cancelled
     */
    public T await() throws InterruptedException, ExecutionException {
        return null;
    }

    /** Stops the work, and waits until the resource is closed. */
    public void cancel() throws InterruptedException {
        // TODO
    }
}
