import java.io.IOException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.atomic.AtomicReference;

public final class Reports {

    public record Report(String customer, int price, String map) {}

    public interface Sources {

        String customer() throws IOException, InterruptedException;

        int total(String customer) throws IOException, InterruptedException;

        int discount(String customer) throws IOException, InterruptedException;

        String map() throws IOException, InterruptedException;
    }

    private Reports() {}

    public static Report build(Sources sources) throws IOException, InterruptedException {
        var customer = new AtomicReference<String>();
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(
                    () -> {
                        customer.set(sources.customer());
                        return null;
                    });
            var total = scope.fork(() -> sources.total(customer.get()));
            var discount = scope.fork(() -> sources.discount(customer.get()));
            var map = scope.fork(sources::map);
            scope.join();
            return new Report(customer.get(), total.get() - discount.get(), map.get());
        } catch (FailedException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static IOException unwrapped(Throwable cause) throws InterruptedException {
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case InterruptedException e -> throw e;
            case IOException e -> {
                return e;
            }
            default -> throw new IllegalStateException(cause);
        }
    }
}
