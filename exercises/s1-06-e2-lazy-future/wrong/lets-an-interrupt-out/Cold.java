import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

public final class Cold<T> {

    private final Callable<T> work;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    public Cold(Callable<T> work) {
        this.work = work;
    }

    public T await() throws InterruptedException, ExecutionException {
        if (begun.compareAndSet(false, true)) {
            try {
                result.complete(work.call());
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
        return result.get();
    }
}
