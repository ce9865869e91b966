import java.util.concurrent.CompletableFuture;

/** Turns an API with callbacks into one with futures. */
public final class Callbacks {

    /** Hears how a call ended. */
    public interface Callback<T> {

        void succeeded(T result);

        void failed(Throwable failure);
    }

    /** An API that takes a callback. */
    public interface Service<T> {

        /**
         * Begins a call and returns at once.
         *
         * @return stops the call
         */
        Runnable start(Callback<T> callback);
    }

    private Callbacks() {}

    /** Starts a call, and gives a future of its answer. */
    public static <T> CompletableFuture<T> toFuture(Service<T> service) {
        return null;
    }
}
