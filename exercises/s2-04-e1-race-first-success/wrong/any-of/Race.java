import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class Race {

    private Race() {}

    public static <T> T first(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    tasks.stream()
                            .map(task -> CompletableFuture.supplyAsync(() -> call(task), executor))
                            .toList();
            try {
                @SuppressWarnings("unchecked")
                T first = (T) CompletableFuture.anyOf(futures.toArray(CompletableFuture[]::new)).get();
                return first;
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
