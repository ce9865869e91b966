import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class LazyTest {

    /** Has no synchronization of its own: whoever gets it relies on how it was handed over. */
    private static final class Box {
        private int content;

        Box(int content) {
            this.content = content;
        }
    }

    @Test
    @Tag("task:once")
    @DisplayName("The supplier is asked when get() is first called, and only then")
    void asked_when_needed() {
        var asked = new AtomicInteger();
        var lazy = new Lazy<>(() -> "value " + asked.incrementAndGet());
        assertEquals(0, asked.get());
        assertEquals("value 1", lazy.get());
        assertEquals("value 1", lazy.get());
    }

    @Test
    @Tag("task:once")
    @Tag("hidden")
    @DisplayName("null is a value like any other")
    void null_is_a_value() {
        var asked = new AtomicInteger();
        var lazy =
                new Lazy<String>(
                        () -> {
                            asked.incrementAndGet();
                            return null;
                        });
        assertNull(lazy.get());
        assertNull(lazy.get());
        assertEquals(1, asked.get());
    }

    @Explore
    @Tag("task:once")
    @Tag("points:3")
    @DisplayName("Two threads that call get() at once get the same value, whole")
    public void one_value_for_all(Run run) throws Exception {
        var asked = new AtomicInteger();
        var lazy = new Lazy<>(() -> new Box(asked.incrementAndGet()));
        var seen = new ConcurrentLinkedQueue<Box>();
        for (int i = 0; i < 2; i++) {
            run.go(
                    "caller " + i,
                    () -> {
                        Box box = lazy.get();
                        run.check(box != null, "get() returned null before there was a value");
                        run.checkEquals(1, box.content, "what is in the box");
                        seen.add(box);
                    });
        }
        run.joinAll();
        run.checkEquals(1, asked.get(), "how often the supplier was asked");
        run.check(seen.poll() == seen.poll(), "the two threads got different values");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("Whoever comes while the supplier is at work waits, and does not spin")
    public void waits_without_the_processor(Run run) throws Exception {
        var ready = new Semaphore(0);
        var lazy =
                new Lazy<>(
                        () -> {
                            ready.acquireUninterruptibly();
                            return "value";
                        });
        var first = run.go("first", () -> run.checkEquals("value", lazy.get(), "the value"));
        var second = run.go("second", () -> run.checkEquals("value", lazy.get(), "the value"));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(first) && !run.ended(second), "get() returned without a value");
        ready.release(2);
    }

    @Test
    @Tag("task:failing")
    @DisplayName("get() throws what the supplier throws, and the next call asks again")
    void a_failure_is_not_remembered() {
        var asked = new AtomicInteger();
        var failure = new IllegalStateException("not yet");
        var lazy =
                new Lazy<>(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw failure;
                            }
                            return "value";
                        });
        assertSame(failure, assertThrows(IllegalStateException.class, lazy::get));
        assertEquals("value", lazy.get());
        assertEquals(2, asked.get());
    }

    @Explore
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("When the first of two callers fails, the other asks again, and waits for nobody")
    public void the_other_asks_again(Run run) throws Exception {
        var asked = new AtomicInteger();
        var failures = new AtomicInteger();
        var lazy =
                new Lazy<>(
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("not yet");
                            }
                            return "value";
                        });
        for (int i = 0; i < 2; i++) {
            run.go(
                    "caller " + i,
                    () -> {
                        try {
                            run.checkEquals("value", lazy.get(), "the value");
                        } catch (IllegalStateException e) {
                            failures.incrementAndGet();
                        }
                    });
        }
        run.joinAll();
        run.checkEquals(1, failures.get(), "calls of get() that failed");
        run.checkEquals(2, asked.get(), "how often the supplier was asked");
    }
}
