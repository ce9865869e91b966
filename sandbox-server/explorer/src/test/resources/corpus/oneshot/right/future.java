import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public class Oneshot<T> {
    private final CompletableFuture<T> future = new CompletableFuture<>();

    public boolean send(T value) {
        return future.complete(value);
    }

    public boolean close() {
        return future.completeExceptionally(new IllegalStateException("closed"));
    }

    public T receive() throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
