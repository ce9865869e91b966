import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

public class Oneshot<T> {

    private final CompletableFuture<T> value = new CompletableFuture<>();

    public boolean send(T sent) {
        return value.complete(sent);
    }

    public T receive() throws InterruptedException {
        try {
            return value.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("closed", e.getCause());
        }
    }

    public void close() {
        value.completeExceptionally(new IllegalStateException("closed"));
    }
}
