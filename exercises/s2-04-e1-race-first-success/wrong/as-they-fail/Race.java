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
                tasks.forEach(ended::submit);
                Throwable first = null;
                for (int i = 0; i < tasks.size(); i++) {
                    Future<T> next = ended.take();
                    if (next.state() == Future.State.SUCCESS) {
                        return next.resultNow();
                    }
                    if (first == null) {
                        first = next.exceptionNow();
                    } else {
                        first.addSuppressed(next.exceptionNow());
                    }
                }
                throw new ExecutionException(first);
            } finally {
                executor.shutdownNow();
            }
        }
    }
}
