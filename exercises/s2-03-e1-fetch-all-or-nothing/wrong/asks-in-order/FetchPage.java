import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class FetchPage {

    public record Page(String user, String orders, String offers) {}

    private FetchPage() {}

    public static Page fetch(
            Callable<String> user, Callable<String> orders, Callable<String> offers)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = executor.submit(user);
            var second = executor.submit(orders);
            var third = executor.submit(offers);
            try {
                return new Page(first.get(), second.get(), third.get());
            } catch (ExecutionException | InterruptedException e) {
                executor.shutdownNow();
                throw e;
            }
        }
    }
}
