import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class JobTest {

    /** What happened to the resource. */
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    private AutoCloseable open() {
        log.add("open");
        return () -> log.add("close");
    }

    private AutoCloseable openBroken(Exception failure) {
        log.add("open");
        return () -> {
            log.add("close");
            throw failure;
        };
    }

    private String work(AutoCloseable resource) {
        log.add("work");
        return "tea";
    }

    private static ExecutionException failureOf(Job<String> job) {
        return assertThrows(ExecutionException.class, job::await);
    }

    @Test
    @Tag("task:work")
    @DisplayName("The work gets the resource, and await() its result")
    void success() throws Exception {
        var job = Job.start(this::open, this::work);
        assertEquals("tea", job.await());
        assertEquals("tea", job.await());
        assertEquals(List.of("open", "work", "close"), List.copyOf(log));
    }

    @Explore
    @Tag("task:work")
    @DisplayName("start() does not wait, await() does")
    public void start_does_not_wait(Run run) throws Exception {
        var goOn = new Semaphore(0);
        var job =
                Job.start(
                        this::open,
                        _ -> {
                            goOn.acquire();
                            return "tea";
                        });
        var waits = run.go("waits", () -> run.checkEquals("tea", job.await(), "the result"));
        run.settle();
        run.check(!run.ended(waits), "await() returned while the work was waiting");
        goOn.release();
        run.joinAll();
        run.checkEquals(List.of("open", "close"), List.copyOf(log), "what happened");
    }

    @Test
    @Tag("task:work")
    @Tag("hidden")
    @DisplayName("A resource that cannot be opened is not closed, and the reason comes out")
    void not_opened() {
        var failure = new IOException("broken");
        Job<String> job =
                Job.start(
                        () -> {
                            throw failure;
                        },
                        this::work);
        assertSame(failure, failureOf(job).getCause());
        assertEquals(List.of(), List.copyOf(log));
    }

    @Test
    @Tag("task:closing")
    @DisplayName("Work that fails closes the resource, too")
    void failing_work() {
        var failure = new IOException("broken");
        Job<String> job =
                Job.start(
                        this::open,
                        _ -> {
                            throw failure;
                        });
        assertSame(failure, failureOf(job).getCause());
        assertEquals(List.of("open", "close"), List.copyOf(log));
    }

    @Test
    @Tag("task:closing")
    @Tag("hidden")
    @DisplayName("If work and close() fail, the second is suppressed, also for an Error")
    void both_fail() {
        var failure = new StackOverflowError();
        var closing = new IOException("close");
        Job<String> job =
                Job.start(
                        () -> openBroken(closing),
                        _ -> {
                            throw failure;
                        });
        assertSame(failure, failureOf(job).getCause());
        assertArrayEquals(new Throwable[] {closing}, failure.getSuppressed());
        assertEquals(List.of("open", "close"), List.copyOf(log));
    }

    @Test
    @Tag("task:closing")
    @Tag("hidden")
    @DisplayName("If only close() fails, that comes out")
    void only_close_fails() {
        var closing = new IOException("close");
        var job = Job.start(() -> openBroken(closing), this::work);
        assertSame(closing, failureOf(job).getCause());
        assertEquals(List.of("open", "work", "close"), List.copyOf(log));
    }

    @Explore
    @Tag("task:cancel")
    @Tag("points:2")
    @DisplayName("cancel() ends work that waits, and returns when the resource is closed")
    public void cancelled_in_the_middle(Run run) throws Exception {
        var never = new Semaphore(0);
        var job =
                Job.start(
                        this::open,
                        _ -> {
                            try {
                                never.acquire();
                            } finally {
                                Thread.yield();
                                log.add("work ends");
                            }
                            return "";
                        });
        run.settle();
        job.cancel();
        run.checkEquals(
                List.of("open", "work ends", "close"),
                List.copyOf(log),
                "what had happened when cancel() returned");
        job.cancel();
        isCancelled(run, job);
        run.checkEquals(3, log.size(), "how much had happened after the second cancel()");
    }

    private static void isCancelled(Run run, Job<String> job) throws Exception {
        try {
            job.await();
            run.check(false, "await() should throw a CancellationException.");
        } catch (CancellationException expected) {
            run.settle();
        }
    }

    @Explore
    @Tag("task:cancel")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Whenever cancel() comes, what was opened is closed once, and nothing runs on")
    public void cancelled_at_any_time(Run run) throws Exception {
        var never = new Semaphore(0);
        var job =
                Job.start(
                        this::open,
                        _ -> {
                            never.acquire();
                            return "";
                        });
        job.cancel();
        var happened = List.copyOf(log);
        run.check(
                happened.equals(List.of()) || happened.equals(List.of("open", "close")),
                "when cancel() returned, this had happened: " + happened);
        isCancelled(run, job);
        run.settle();
        run.checkEquals(happened, List.copyOf(log), "what had happened later");
    }

    @Explore
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("Cancelling what has ended changes nothing")
    public void cancelled_too_late(Run run) throws Exception {
        var job = Job.start(this::open, this::work);
        run.checkEquals("tea", job.await(), "the result");
        job.cancel();
        run.checkEquals("tea", job.await(), "the result after cancel()");
    }

    @Explore
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("Two who cancel at once both wait until the resource is closed")
    public void two_cancel(Run run) throws Exception {
        var never = new Semaphore(0);
        var job =
                Job.start(
                        this::open,
                        _ -> {
                            never.acquire();
                            return "";
                        });
        run.settle();
        for (int i = 0; i < 2; i++) {
            run.go(
                    "canceller " + i,
                    () -> {
                        job.cancel();
                        run.check(log.contains("close"), "cancel() returned before close()");
                    });
        }
    }

    @Explore
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("An interrupt ends await(), and the job goes on")
    public void an_interrupt_ends_await(Run run) throws Exception {
        var goOn = new Semaphore(0);
        var job =
                Job.start(
                        this::open,
                        _ -> {
                            goOn.acquire();
                            return "tea";
                        });
        new InterruptWitness(run, "waits", job::await).interruptToThrow();
        goOn.release();
        run.checkEquals("tea", job.await(), "the result");
    }

    @Explore
    @Tag("task:uninterrupted")
    @Tag("points:2")
    @DisplayName("close() can wait in peace, whenever cancel() comes")
    public void closing_is_not_interrupted(Run run) throws Exception {
        var job =
                Job.start(
                        () -> {
                            log.add("open");
                            return this::flush;
                        },
                        _ -> {
                            for (int i = 0; i < 2; i++) {
                                Thread.yield();
                            }
                            return "tea";
                        });
        job.cancel();
        run.check(!log.contains("interrupted"), "close() was interrupted");
        var happened = List.copyOf(log);
        run.check(
                happened.isEmpty() || happened.equals(List.of("open", "close")),
                "this had happened: " + happened);
        var outcome = outcomeOf(job);
        run.check(
                outcome.equals("cancelled") || outcome.equals("tea") && !happened.isEmpty(),
                "when this had happened, %s, the outcome was %s".formatted(happened, outcome));
    }

    private static String outcomeOf(Job<String> job) throws Exception {
        try {
            return String.valueOf(job.await());
        } catch (CancellationException e) {
            return "cancelled";
        }
    }

    /** Closing takes a while, and an interrupt would break it off. */
    private void flush() {
        try {
            Thread.sleep(100);
            log.add("close");
        } catch (InterruptedException e) {
            log.add("interrupted");
        }
    }

    @Explore
    @Tag("task:uninterrupted")
    @Tag("hidden")
    @DisplayName("If the work has ended, its outcome stays, although it is cancelled while closing")
    public void cancelled_while_closing(Run run) throws Exception {
        var job =
                Job.start(
                        () -> {
                            log.add("open");
                            return this::flush;
                        },
                        this::work);
        run.settle();
        job.cancel();
        run.checkEquals(
                List.of("open", "work", "close"),
                List.copyOf(log),
                "what had happened when cancel() returned");
        run.checkEquals("tea", job.await(), "the result");
    }
}
