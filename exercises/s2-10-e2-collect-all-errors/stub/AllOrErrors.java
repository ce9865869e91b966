import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Runs tasks side by side, and tells all of their failures. */
public final class AllOrErrors {

    private AllOrErrors() {}

    /** Returns the results in the order of the tasks, or throws all failures in one exception. */
    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        return null;
    }
}
