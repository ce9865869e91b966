import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class AllOrErrors {

    private AllOrErrors() {}

    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var results = new ArrayList<T>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var noting = tasks.stream().map(task -> noting(task, failures)).toList();
            for (var task : executor.invokeAll(noting)) {
                results.add(task.get());
            }
        }
        if (!failures.isEmpty()) {
            var all = new ExecutionException(failures.poll());
            failures.forEach(all::addSuppressed);
            throw all;
        }
        return results;
    }

    private static <T> Callable<T> noting(
            Callable<T> task, ConcurrentLinkedQueue<Throwable> failures) {
        return () -> {
            try {
                return task.call();
            } catch (Throwable e) {
                failures.add(e);
                return null;
            }
        };
    }
}
