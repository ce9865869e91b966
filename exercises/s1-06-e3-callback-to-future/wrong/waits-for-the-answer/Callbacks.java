import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

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
        var called = new CountDownLatch(1);
        var callback =
                new Callback<T>() {
                    @Override
                    public void succeeded(T result) {
                        future.complete(result);
                        called.countDown();
                    }

                    @Override
                    public void failed(Throwable failure) {
                        future.completeExceptionally(failure);
                        called.countDown();
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
            called.await();
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
        return future;
    }
}
