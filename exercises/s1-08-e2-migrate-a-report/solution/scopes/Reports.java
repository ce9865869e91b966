import java.io.IOException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;

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
        try (var scope = StructuredTaskScope.open()) {
            var map = scope.fork(sources::map);
            var report = scope.fork(() -> withoutMap(sources));
            scope.join();
            return new Report(report.get().customer(), report.get().price(), map.get());
        } catch (FailedException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static Report withoutMap(Sources sources) throws Exception {
        String customer = sources.customer();
        try (var scope = StructuredTaskScope.open()) {
            var total = scope.fork(() -> sources.total(customer));
            var discount = scope.fork(() -> sources.discount(customer));
            scope.join();
            return new Report(customer, total.get() - discount.get(), null);
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
