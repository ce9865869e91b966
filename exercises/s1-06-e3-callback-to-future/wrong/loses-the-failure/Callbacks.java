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
        var callback =
                new Callback<T>() {
                    @Override
                    public void succeeded(T result) {
                        future.complete(result);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        IO.println("failed: " + failure.getMessage());
                    }
                };
        try {
            Runnable hook = service.start(callback);
            future.whenComplete(
                    (_, _) -> {
                        if (future.isCancelled()) {
                            hook.run();
                        }
                    });
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
        return future;
    }
}
