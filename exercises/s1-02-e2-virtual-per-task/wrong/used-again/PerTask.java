import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class PerTask {

    private PerTask() {}

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {

        try (var executor = Executors.newCachedThreadPool(Thread.ofVirtual().factory())) {
            var results = new ArrayList<T>();
            var futures = new ArrayList<Future<T>>();
            for (var task : tasks) {
                futures.add(executor.submit(task));
            }
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
