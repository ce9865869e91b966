import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
                var ended = new ExecutorCompletionService<Object>(executor);
                Future<Object> map = ended.submit(sources::map);
                Future<Object> customer = ended.submit(sources::customer);
                Future<Object> total = null;
                Future<Object> discount = null;
                for (int i = 0; i < 4; i++) {
                    Future<Object> next = ended.take();
                    Object answer = next.get();
                    if (next == customer) {
                        String name = (String) answer;
                        total = ended.submit(() -> sources.total(name));
                        discount = ended.submit(() -> sources.discount(name));
                    }
                }
                int price = (Integer) total.get() - (Integer) discount.get();
                return new Report((String) customer.get(), price, (String) map.get());
            } finally {
                executor.shutdown();
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
