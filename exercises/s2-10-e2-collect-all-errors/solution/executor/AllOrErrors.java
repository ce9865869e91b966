import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class AllOrErrors {

    private AllOrErrors() {}

    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            ExecutionException all = null;
            for (var task : executor.invokeAll(tasks)) {
                if (task.state() == Future.State.SUCCESS) {
                    results.add(task.resultNow());
                } else if (all == null) {
                    all = new ExecutionException(task.exceptionNow());
                } else {
                    all.addSuppressed(task.exceptionNow());
                }
            }
            if (all != null) {
                throw all;
            }
            return results;
        }
    }
}
