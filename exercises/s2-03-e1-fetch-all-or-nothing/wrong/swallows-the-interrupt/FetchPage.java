import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

public final class FetchPage {

    public record Page(String user, String orders, String offers) {}

    private FetchPage() {}

    public static Page fetch(
            Callable<String> user, Callable<String> orders, Callable<String> offers)
            throws ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ExecutorCompletionService<String>(executor);
            var first = done.submit(user);
            var second = done.submit(orders);
            var third = done.submit(offers);
            for (int got = 0; got < 3; ) {
                try {
                    done.take().get();
                    got++;
                } catch (InterruptedException e) {
                    // The page is still wanted.
                } catch (ExecutionException e) {
                    executor.shutdownNow();
                    throw e;
                }
            }
            return new Page(first.resultNow(), second.resultNow(), third.resultNow());
        }
    }
}
