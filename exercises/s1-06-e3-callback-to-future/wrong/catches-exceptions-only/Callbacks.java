import java.util.concurrent.CompletableFuture;

public final class Callbacks {

    public interface Callback<T> {

        void succeeded(T result);

        void failed(Throwable failure);
    }

    public interface Service<T> {

        Runnable start(Callback<T> callback);
    }

    private Callbacks() {}

    public static <T> CompletableFuture<T> toFuture(Service<T> service) {
        var future = new CompletableFuture<T>();
        try {
            Runnable hook =
                    service.start(
                            new Callback<T>() {
                                public void succeeded(T r) {
                                    future.complete(r);
                                }

                                public void failed(Throwable f) {
                                    future.completeExceptionally(f);
                                }
                            });
            future.whenComplete(
                    (r, e) -> {
                        if (future.isCancelled()) hook.run();
                    });
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
        return future;
    }
}
