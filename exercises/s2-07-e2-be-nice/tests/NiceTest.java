import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All of this runs on one carrier; no scenario could tell who holds it. */
class NiceTest {

    /** On the clock of the tests. */
    private static final long EACH = 10_000;

    private static final int NUMBERS = 40_000;
    private static final long TOO_LONG = 12_000_000;
    private static final long TOO_SHORT = 1_000_000;

    @Test
    @Tag("task:result")
    @DisplayName("The sum is right, and each number is computed once, in order")
    void the_sum() throws Exception {
        var computed = new ArrayList<Integer>();
        IntToLongFunction number =
                i -> {
                    computed.add(i);
                    return 2L * i;
                };
        assertEquals(9_900L, onVirtualThread(number, 100));
        assertEquals(IntStream.range(0, 100).boxed().toList(), computed);
        assertEquals(0L, onVirtualThread(number, 0));
    }

    private static long onVirtualThread(IntToLongFunction number, int n) throws Exception {
        var clock = new AtomicLong();
        var task = new FutureTask<>(() -> Nice.sum(n, number, () -> clock.addAndGet(EACH)));
        Thread.startVirtualThread(task);
        return task.get();
    }

    @Test
    @Tag("task:result")
    @Tag("hidden")
    @DisplayName("What a computation throws goes to the caller")
    void a_failure() throws Exception {
        var failure = new IllegalStateException("broken");
        var task = new FutureTask<>(() -> Nice.sum(1, _ -> fail(failure), () -> 0));
        Thread.startVirtualThread(task);
        assertSame(failure, assertThrows(ExecutionException.class, task::get).getCause());
    }

    private static long fail(RuntimeException failure) {
        throw failure;
    }

    @Test
    @Tag("task:turns")
    @Tag("points:2")
    @DisplayName("The longest stretch without getting off is 10 ms")
    void the_longest_stretch() throws Exception {
        var stretches = new Stretches();
        stretches.compute();
        assertTrue(
                stretches.longest <= TOO_LONG,
                "For %d ms it did not get off.".formatted(stretches.longest / 1_000_000));
    }

    @Test
    @Tag("task:loss")
    @DisplayName("The shortest stretch is at least one millisecond")
    void the_shortest_stretch() throws Exception {
        var stretches = new Stretches();
        stretches.compute();
        assertTrue(
                stretches.shortest >= TOO_SHORT,
                "It got off after %d microseconds.".formatted(stretches.shortest / 1_000));
    }

    /** Ends a computation that gets off all the time. */
    private static final class TooOften extends RuntimeException {}

    /**
     * How long a computation holds its carrier, on the clock of the tests. A second thread is made
     * ready at each number. It is first in the queue, so it runs if and only if the first one gets
     * off.
     */
    private static final class Stretches {

        private static final int ENOUGH = 1_000;

        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicLong turns = new AtomicLong();
        private final AtomicLong clock = new AtomicLong();
        private final CountDownLatch begun = new CountDownLatch(1);
        private long seenTurns;
        private long since;
        private long longest;
        private long shortest = Long.MAX_VALUE;

        void compute() throws Exception {
            var other = Thread.ofVirtual().unstarted(this::takeTurns);
            var task = new FutureTask<>(() -> sum(other));
            Thread.startVirtualThread(task);
            try {
                assertEquals((long) NUMBERS, task.get());
            } catch (ExecutionException e) {
                assertInstanceOf(TooOften.class, e.getCause());
            }
            other.join();
        }

        private long sum(Thread other) throws InterruptedException {
            other.start();
            begun.await();
            seenTurns = turns.get();
            try {
                return Nice.sum(NUMBERS, _ -> compute(other), clock::get);
            } finally {
                longest = Math.max(longest, clock.get() - since);
                over.set(true);
                LockSupport.unpark(other);
            }
        }

        private long compute(Thread other) {
            long now = clock.get();
            if (turns.get() != seenTurns) {
                seenTurns = turns.get();
                longest = Math.max(longest, now - since);
                shortest = Math.min(shortest, now - since);
                since = now;
                if (seenTurns > ENOUGH) {
                    throw new TooOften();
                }
            }
            LockSupport.unpark(other);
            clock.addAndGet(EACH);
            return 1;
        }

        private void takeTurns() {
            while (!over.get()) {
                turns.incrementAndGet();
                begun.countDown();
                LockSupport.park();
            }
        }
    }
}
