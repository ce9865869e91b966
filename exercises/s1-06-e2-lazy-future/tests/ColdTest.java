import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class ColdTest {

    @Test
    @Tag("task:lazy")
    @DisplayName("Nothing runs before await() is called")
    void nothing_before_it_is_asked() throws Exception {
        var runs = new AtomicInteger();
        var cold = new Cold<>(runs::incrementAndGet);
        assertEquals(0, runs.get(), "how often the work ran before it was asked for");
        assertEquals(1, cold.await());
    }

    @Test
    @Tag("task:once")
    @DisplayName("A second await() returns the same, and the work does not run again")
    void one_after_the_other() throws Exception {
        var runs = new AtomicInteger();
        var cold = new Cold<>(() -> "result " + runs.incrementAndGet());
        assertEquals("result 1", cold.await());
        assertEquals("result 1", cold.await());
    }

    @Test
    @Tag("task:once")
    @Tag("hidden")
    @DisplayName("A result of null is a result")
    void a_result_of_null() throws Exception {
        var runs = new AtomicInteger();
        var cold =
                new Cold<>(
                        () -> {
                            runs.incrementAndGet();
                            return null;
                        });
        assertNull(cold.await());
        assertNull(cold.await());
        assertEquals(1, runs.get(), "how often the work ran");
    }

    @Explore
    @Tag("task:once")
    @Tag("points:2")
    @DisplayName("When three threads ask at once, the work runs once, and all get its result")
    public void at_the_same_time(Run run) throws Exception {
        var runs = new AtomicInteger();
        var cold = new Cold<>(() -> "result " + runs.incrementAndGet());
        for (int i = 0; i < 3; i++) {
            run.go("asking " + i, () -> run.checkEquals("result 1", cold.await(), "the result"));
        }
        run.joinAll();
        run.checkEquals(1, runs.get(), "how often the work ran");
    }

    @Explore(schedules = 300)
    @Tag("task:once")
    @Tag("hidden")
    @DisplayName("Who comes while the work runs waits for it, without using the processor")
    public void others_wait(Run run) throws Exception {
        var mayEnd = new Semaphore(0);
        var cold =
                new Cold<>(
                        () -> {
                            mayEnd.acquire();
                            return "done";
                        });
        run.go("first", () -> run.checkEquals("done", cold.await(), "the result"));
        run.settle();
        var second = run.go("second", () -> run.checkEquals("done", cold.await(), "the result"));
        run.sleep(Duration.ofSeconds(10));
        boolean early = run.ended(second);
        mayEnd.release();
        run.joinAll();
        run.check(!early, "await() returned while the work was still running");
    }

    @Test
    @Tag("task:failing")
    @DisplayName("What the work throws is the cause, at each call, and it is not tried again")
    void a_failure_is_kept() {
        var runs = new AtomicInteger();
        var failure = new IOException("broken");
        var cold =
                new Cold<String>(
                        () -> {
                            runs.incrementAndGet();
                            throw failure;
                        });
        assertSame(failure, assertThrows(ExecutionException.class, cold::await).getCause());
        assertSame(failure, assertThrows(ExecutionException.class, cold::await).getCause());
        assertEquals(1, runs.get(), "how often the work ran");
    }

    @Test
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("An InterruptedException of the work is a failure like others")
    void the_work_was_interrupted() {
        var runs = new AtomicInteger();
        var failure = new InterruptedException("the work's own");
        var cold =
                new Cold<String>(
                        () -> {
                            runs.incrementAndGet();
                            throw failure;
                        });
        for (int i = 0; i < 2; i++) {
            assertSame(failure, assertThrows(ExecutionException.class, cold::await).getCause());
            // Some pass the status on as well, and nothing is said about that.
            Thread.interrupted();
        }
        assertEquals(1, runs.get(), "how often the work ran");
    }

    @Explore(schedules = 300)
    @Tag("task:failing")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Two that ask at once hear of the same failure, an Error too")
    public void a_failure_for_everybody(Run run) throws Exception {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var failure = run.choose(2) == 0 ? new IOException("a") : new StackOverflowError("b");
        var cold =
                new Cold<String>(
                        () -> {
                            switch (failure) {
                                case Exception e -> throw e;
                                case Error e -> throw e;
                                default -> throw new IllegalStateException(failure);
                            }
                        });
        for (int i = 0; i < 2; i++) {
            run.go(
                    "asking " + i,
                    () -> {
                        try {
                            cold.await();
                        } catch (ExecutionException e) {
                            failures.add(e.getCause());
                        }
                    });
        }
        run.joinAll();
        run.checkEquals(2, failures.size(), "how many were told");
        run.check(failures.stream().allMatch(e -> e == failure), "told was " + failures);
    }
}
