import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Runs tasks on threads of their own. */
public final class RunAll {

    private RunAll() {}

    /** Runs all tasks at the same time, and returns their results in the order of the tasks. */
    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        return null;
    }
}
