import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class FailuresTest {

    /** Equal to all others of its kind, as some exceptions of libraries are. */
    private static final class Equal extends CompletionException {

        Equal(Throwable cause) {
            super(cause);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Equal;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class Bare extends CompletionException {}

    private static void check(Failures.Kind kind, Throwable root, Throwable failure) {
        var found = Failures.classify(failure);
        assertEquals(kind, found.kind());
        assertSame(root, found.root());
    }

    @Test
    @Tag("task:root")
    @DisplayName("What get() and what join() throw have the same root")
    void get_and_join() {
        var failure = new IllegalStateException("no such card");
        var future = CompletableFuture.failedFuture(failure).thenApply(x -> x);
        var byGet = assertThrows(ExecutionException.class, future::get);
        var byJoin = assertThrows(CompletionException.class, future::join);
        check(Failures.Kind.PERMANENT, failure, byGet);
        check(Failures.Kind.PERMANENT, failure, byJoin);
    }

    @Test
    @Tag("task:root")
    @DisplayName("Without a wrapper the failure itself is the root")
    void no_wrapper() {
        var failure = new IllegalStateException("no such card");
        check(Failures.Kind.PERMANENT, failure, failure);
    }

    @Test
    @Tag("task:root")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Wrappers in wrappers come off, all of them")
    void nested_wrappers() {
        var failure = new IOException("broken");
        check(
                Failures.Kind.PERMANENT,
                failure,
                new ExecutionException(
                        new CompletionException(
                                new ExecutionException(new UncheckedIOException(failure)))));
        Throwable deep = failure;
        for (int i = 0; i < 1_000; i++) {
            deep = new Equal(deep);
        }
        check(Failures.Kind.PERMANENT, failure, deep);
    }

    @Test
    @Tag("task:root")
    @Tag("hidden")
    @DisplayName("What a scope throws is a wrapper")
    void of_a_scope() throws Exception {
        var failure = new TimeoutException();
        var task =
                new FutureTask<>(
                        () -> {
                            try (var scope = StructuredTaskScope.<String>open()) {
                                scope.fork(() -> fail(failure));
                                return scope.join();
                            }
                        });
        Thread.startVirtualThread(task);
        var thrown = assertThrows(ExecutionException.class, task::get);
        check(Failures.Kind.TRANSIENT, failure, thrown);
    }

    private static String fail(Exception failure) throws Exception {
        throw failure;
    }

    @Test
    @Tag("task:root")
    @Tag("hidden")
    @DisplayName("An empty wrapper is the root, and so is an exception of one's own with a cause")
    void no_wrapper_either() {
        var empty = new Bare();
        check(Failures.Kind.PERMANENT, empty, new ExecutionException(empty));
        var own = new IllegalStateException(new TimeoutException());
        check(Failures.Kind.PERMANENT, own, new CompletionException(own));
    }

    @Test
    @Tag("task:root")
    @Tag("hidden")
    @DisplayName("Causes that go round in a circle are not followed for ever")
    void a_circle() {
        var first = new Bare();
        var second = new ExecutionException(first);
        first.initCause(second);
        check(Failures.Kind.PERMANENT, first, first);
        check(Failures.Kind.PERMANENT, second, second);
        check(Failures.Kind.PERMANENT, first, new CompletionException(first));
    }

    @Test
    @Tag("task:kinds")
    @DisplayName("Time-outs are transient, cancelled is cancelled")
    void kinds() {
        var timeout = new TimeoutException();
        check(Failures.Kind.TRANSIENT, timeout, new ExecutionException(timeout));
        var cancelled = new CancellationException();
        check(Failures.Kind.CANCELLED, cancelled, new ExecutionException(cancelled));
        var socket = new SocketTimeoutException();
        check(Failures.Kind.TRANSIENT, socket, new UncheckedIOException(socket));
    }

    @Test
    @Tag("task:kinds")
    @Tag("hidden")
    @DisplayName("A message decides nothing, and a class of one's own is what it extends")
    void not_by_message() {
        var message = new IOException("timeout, cancelled, interrupted");
        check(Failures.Kind.PERMANENT, message, new ExecutionException(message));
        var silent = new SocketTimeoutException("zu langsam") {};
        check(Failures.Kind.TRANSIENT, silent, new CompletionException(silent));
    }

    @Test
    @Tag("task:interrupt")
    @DisplayName("An interrupt is set again, and nothing else sets it")
    void the_status_is_set_again() throws Exception {
        var interrupted = new InterruptedException();
        assertTrue(
                onOwnThread(
                        () -> {
                            check(
                                    Failures.Kind.CANCELLED,
                                    interrupted,
                                    new ExecutionException(interrupted));
                            return Thread.currentThread().isInterrupted();
                        }));
        assertFalse(
                onOwnThread(
                        () -> {
                            Failures.classify(new CancellationException());
                            return Thread.currentThread().isInterrupted();
                        }));
    }

    private static boolean onOwnThread(Callable<Boolean> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread.startVirtualThread(task);
        return task.get();
    }

    @Test
    @Tag("task:interrupt")
    @Tag("hidden")
    @DisplayName("An Error is thrown")
    void an_error_is_thrown() {
        var error = new StackOverflowError();
        assertSame(
                error,
                assertThrows(
                        StackOverflowError.class,
                        () -> Failures.classify(new ExecutionException(error))));
        assertSame(
                error, assertThrows(StackOverflowError.class, () -> Failures.classify(error)));
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("hidden")
    @DisplayName("A worker that was interrupted while it waited does not wait again")
    public void a_worker_does_not_wait_again(Run run) throws Exception {
        var never = new Semaphore(0);
        var second = new AtomicReference<Throwable>();
        var worker =
                run.go(
                        "worker",
                        () -> {
                            try {
                                never.acquire();
                            } catch (InterruptedException e) {
                                Failures.classify(new CompletionException(e));
                            }
                            try {
                                never.acquire();
                            } catch (InterruptedException e) {
                                second.set(e);
                            }
                        });
        run.settle();
        worker.interrupt();
        run.settle();
        boolean waits = !run.ended(worker);
        never.release();
        run.joinAll();
        run.check(!waits && second.get() != null, "The worker waited again.");
    }
}
