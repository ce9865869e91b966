import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class FetchPage {

    public record Page(String user, String orders, String offers) {}

    private FetchPage() {}

    public static Page fetch(
            Callable<String> user, Callable<String> orders, Callable<String> offers)
            throws InterruptedException, ExecutionException {
        try (var scope = StructuredTaskScope.open()) {
            var first = scope.fork(user);
            var second = scope.fork(orders);
            var third = scope.fork(offers);
            scope.join();
            return new Page(first.get(), second.get(), third.get());
        } catch (StructuredTaskScope.FailedException e) {
            throw new ExecutionException(e.getCause());
        }
    }
}
