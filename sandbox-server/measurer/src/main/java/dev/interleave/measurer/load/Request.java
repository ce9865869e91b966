package dev.interleave.measurer.load;

import java.util.concurrent.CompletableFuture;

/**
 * One request: a version has the service answer it, and then says that it is done.
 *
 * <p>Threading: any thread may call anything.
 */
public final class Request {

    private final Window window;
    private final int number;
    private volatile boolean answered;

    Request(Window window, int number) {
        this.window = window;
        this.number = number;
    }

    /** Waits for the service's answer, for as long as its delay is. */
    public void call() {
        window.service().call(window::isOver);
        answered = true;
    }

    /** Asks the service, and completes with its answer, on the service's own thread. */
    public CompletableFuture<Void> callAsync() {
        return window.service().callAsync(window::isOver).thenRun(() -> answered = true);
    }

    /** The request is done; its time ends. */
    public void done() {
        window.done(number, answered);
    }
}
