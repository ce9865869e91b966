import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class RunAll {

    private RunAll() {}

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        var futures = new ArrayList<FutureTask<T>>();
        for (var task : tasks) {
            var future = new FutureTask<>(task);
            futures.add(future);
            new Thread(future, "w-" + (futures.size() - 1)).run();
        }
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
