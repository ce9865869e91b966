import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;


public final class Cold<T> {

    private final Callable<T> work;
    private volatile boolean begun;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    public Cold(Callable<T> work) {
        this.work = work;
    }

    public T await() throws InterruptedException, ExecutionException {
        if (!begun) {
            begun = true;
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
        return result.get();
    }
}
