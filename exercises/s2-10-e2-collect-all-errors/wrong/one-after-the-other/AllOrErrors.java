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
            ExecutionException all = null;
            for (var task : tasks) {
                try {
                    results.add(executor.submit(task).get());
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
}
