import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

public final class Callbacks {

    public interface Callback<T> {

        void succeeded(T result);

        void failed(Throwable failure);
    }

    public interface Service<T> {

        Runnable start(Callback<T> callback);
    }

    private Callbacks() {}

    private static final class Call<T> extends CompletableFuture<T> implements Callback<T> {

        private final AtomicReference<Runnable> hook = new AtomicReference<>();

        @Override
        public void succeeded(T result) {
            complete(result);
        }

        @Override
        public void failed(Throwable failure) {
            completeExceptionally(failure);
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            Runnable stop = hook.getAndSet(null);
            if (cancelled && stop != null) {
                stop.run();
            }
            return cancelled;
        }
    }

    public static <T> CompletableFuture<T> toFuture(Service<T> service) {
        var call = new Call<T>();
        try {
            call.hook.set(service.start(call));
        } catch (Throwable e) {
            call.completeExceptionally(e);
        }
        return call;
    }
}
