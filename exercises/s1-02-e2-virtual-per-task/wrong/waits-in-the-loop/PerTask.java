import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class PerTask {

    private PerTask() {}

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var task : tasks) {
                results.add(executor.submit(task).get());
            }
            return results;
        }
    }
}
