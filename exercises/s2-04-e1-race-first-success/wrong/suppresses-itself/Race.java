import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Race {

    private Race() {}

    public static <T> T first(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var ended = new ExecutorCompletionService<T>(executor);
                List<Future<T>> futures = tasks.stream().map(ended::submit).toList();
                for (int i = 0; i < tasks.size(); i++) {
                    Future<T> next = ended.take();
                    if (next.state() == Future.State.SUCCESS) {
                        return next.resultNow();
                    }
                }
                throw failure(futures);
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static <T> ExecutionException failure(List<Future<T>> futures) {
        Throwable first = futures.getFirst().exceptionNow();
        for (var other : futures.subList(1, futures.size())) {
            first.addSuppressed(other.exceptionNow());
        }
        return new ExecutionException(first);
    }
}
