import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class AllOrErrors {

    private AllOrErrors() {}

    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var task : executor.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        }
    }
}
