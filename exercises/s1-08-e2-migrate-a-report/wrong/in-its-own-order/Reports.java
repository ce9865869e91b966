import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

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
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                var map = executor.submit(sources::map);
                String customer = executor.submit(sources::customer).get();
                var total = executor.submit(() -> sources.total(customer));
                var discount = executor.submit(() -> sources.discount(customer));
                return new Report(customer, total.get() - discount.get(), map.get());
            } finally {
                executor.shutdownNow();
            }
        } catch (ExecutionException e) {
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
