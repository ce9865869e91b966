import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Runs tasks on virtual threads. */
public final class PerTask {

    private PerTask() {}

    /**
     * Runs all tasks, and returns their results in the same order.
     *
     * @throws ExecutionException if a task throws
     */
    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return null;
    }
}
