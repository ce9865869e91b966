import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class AllOrErrors {

    private AllOrErrors() {}

    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        var started = new ArrayList<FutureTask<T>>();
        for (var task : tasks) {
            var future = new FutureTask<>(task);
            Thread.startVirtualThread(future);
            started.add(future);
        }
        var results = new ArrayList<T>();
        ExecutionException all = null;
        for (var task : started) {
            try {
                results.add(task.get());
            } catch (ExecutionException e) {
                if (all == null) {
                    all = e;
                } else {
                    all.addSuppressed(e.getCause());
                }
            }
        }
        if (all != null) {
            throw all;
        }
        return results;
    }
}
