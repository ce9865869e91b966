import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class CallbacksTest {

    /** Answers when the test says so. */
    private static final class Library implements Callbacks.Service<String> {

        final AtomicInteger started = new AtomicInteger();
        final AtomicInteger stopped = new AtomicInteger();
        volatile Callbacks.Callback<String> callback;

        @Override
        public Runnable start(Callbacks.Callback<String> callback) {
            started.incrementAndGet();
            this.callback = callback;
            return stopped::incrementAndGet;
        }
    }

    @Explore(schedules = 300)
    @Tag("task:answer")
    @Tag("points:2")
    @DisplayName("toFuture() returns before there is an answer, and the future gets it later")
    public void returns_without_an_answer(Run run) throws Exception {
        var library = new Library();
        var returned = new Semaphore(0);
        run.go(
                "caller",
                () -> {
                    CompletableFuture<String> future = Callbacks.toFuture(library);
                    returned.release();
                    run.checkEquals("sunny", future.get(), "the answer");
                });
        run.settle();
        boolean early = returned.tryAcquire();
        library.callback.succeeded("sunny");
        run.joinAll();
        run.check(early, "toFuture() waits for the answer");
        run.checkEquals(1, library.started.get(), "how often the service was started");
    }

    @Test
    @Tag("task:answer")
    @DisplayName("A failure fails the future")
    void a_failure() {
        var library = new Library();
        var future = Callbacks.toFuture(library);
        var failure = new IOException("fog");
        library.callback.failed(failure);
        assertTrue(future.isDone(), "the service has failed, and the future is not complete");
        assertSame(failure, assertThrows(ExecutionException.class, future::get).getCause());
    }

    @Test
    @Tag("task:answer")
    @Tag("hidden")
    @DisplayName("An answer may come while start() runs, and may be null")
    void at_once() throws Exception {
        var future =
                Callbacks.<String>toFuture(
                        callback -> {
                            callback.succeeded(null);
                            return () -> {};
                        });
        assertTrue(future.isDone(), "the service has answered, and the future is not complete");
        assertEquals(null, future.get());
    }

    @Test
    @Tag("task:answer")
    @Tag("hidden")
    @DisplayName("What start() throws fails the future")
    void start_throws() {
        var failure = new IllegalStateException("no such place");
        var future =
                Callbacks.<String>toFuture(
                        _ -> {
                            throw failure;
                        });
        assertTrue(future.isDone(), "start() has thrown, and the future is not complete");
        assertSame(failure, assertThrows(ExecutionException.class, future::get).getCause());
    }

    @Test
    @Tag("task:answer")
    @Tag("hidden")
    @DisplayName("An Error of start() does, too")
    void start_throws_an_error() {
        var failure = new StackOverflowError("deep");
        var future =
                Callbacks.<String>toFuture(
                        _ -> {
                            throw failure;
                        });
        assertTrue(future.isDone(), "start() has thrown, and the future is not complete");
        assertSame(failure, assertThrows(ExecutionException.class, future::get).getCause());
    }

    @Test
    @Tag("task:twice")
    @DisplayName("When the service calls back again, the first call counts")
    void called_back_twice() throws Exception {
        var library = new Library();
        var future = Callbacks.toFuture(library);
        library.callback.succeeded("sunny");
        library.callback.succeeded("rain");
        library.callback.failed(new IOException("fog"));
        assertTrue(future.isDone(), "the service has answered, and the future is not complete");
        assertEquals("sunny", future.get());
    }

    @Test
    @Tag("task:cancel")
    @DisplayName("Cancelling the future runs the hook")
    void cancelling_runs_the_hook() {
        var library = new Library();
        var future = Callbacks.toFuture(library);
        assertEquals(0, library.stopped.get(), "how often the hook ran before");
        assertTrue(future.cancel(true));
        assertTrue(future.isCancelled());
        assertEquals(1, library.stopped.get(), "how often the hook ran");
    }

    @Test
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("Cancelling twice runs the hook once, and a late answer disturbs nobody")
    void cancelled_twice() {
        var library = new Library();
        var future = Callbacks.toFuture(library);
        future.cancel(true);
        future.cancel(false);
        library.callback.succeeded("sunny");
        assertTrue(future.isCancelled());
        assertEquals(1, library.stopped.get(), "how often the hook ran");
    }

    @Test
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("After an answer or a failure the hook does not run")
    void no_hook_after_an_answer() {
        var library = new Library();
        var future = Callbacks.toFuture(library);
        library.callback.succeeded("sunny");
        assertFalse(future.cancel(true));
        var other = Callbacks.toFuture(library);
        library.callback.failed(new IOException("fog"));
        assertFalse(other.cancel(true));
        assertEquals(0, library.stopped.get(), "how often the hook ran");
    }

    @Explore
    @Tag("task:cancel")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("When an answer and a cancellation meet, the hook runs if the latter was first")
    public void an_answer_against_a_cancellation(Run run) throws Exception {
        var library = new Library();
        var future = Callbacks.toFuture(library);
        run.go("service", () -> library.callback.succeeded("sunny"));
        run.go("caller", () -> future.cancel(true));
        run.joinAll();
        run.check(future.isDone(), "the future is not complete");
        int expected = future.isCancelled() ? 1 : 0;
        run.checkEquals(expected, library.stopped.get(), "how often the hook ran");
    }
}
