import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

public final class FetchPage {

    public record Page(String user, String orders, String offers) {}

    private FetchPage() {}

    public static Page fetch(
            Callable<String> user, Callable<String> orders, Callable<String> offers)
            throws InterruptedException, ExecutionException {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var done = new ExecutorCompletionService<String>(executor);
        var first = done.submit(user);
        var second = done.submit(orders);
        var third = done.submit(offers);
        executor.shutdown();
        for (int i = 0; i < 3; i++) {
            done.take().get();
        }
        return new Page(first.get(), second.get(), third.get());
    }
}
