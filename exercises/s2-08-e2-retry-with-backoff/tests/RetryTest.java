import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class RetryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Instant FAR = Instant.EPOCH.plus(Duration.ofDays(30_000));

    /** A clock that goes on only while somebody sleeps, and remembers for how long they did. */
    private static final class Time {

        private final List<Duration> pauses = new ArrayList<>();
        private Instant now = Instant.EPOCH;

        Instant now() {
            return now;
        }

        void sleep(Duration duration) {
            pauses.add(duration);
            now = now.plus(duration);
        }
    }

    private final Time time = new Time();

    private Retry retry(int tries, int seed, Predicate<Exception> worthIt) {
        return new Retry(
                new Retry.Rule(tries, SECOND, LONGEST, worthIt),
                time::now,
                new SplittableRandom(seed),
                time::sleep);
    }

    /** Fails so often, then returns how often it was called. */
    private static Callable<Integer> failing(int times, Exception failure) {
        var calls = new AtomicInteger();
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw failure;
            }
            return calls.get();
        };
    }

    @Test
    @Tag("task:again")
    @DisplayName("What fails twice succeeds with the third try")
    void the_third_try() throws Exception {
        var retry = retry(3, 1, _ -> true);
        int calls = retry.call(FAR, failing(2, new IOException("broken")));
        assertEquals(3, calls);
        assertEquals(2, time.pauses.size());
    }

    @Test
    @Tag("task:again")
    @DisplayName("What succeeds at once needs no pause")
    void at_once() throws Exception {
        int calls = retry(3, 1, _ -> true).call(FAR, failing(0, null));
        assertEquals(1, calls);
        assertEquals(List.of(), time.pauses);
    }

    @Test
    @Tag("task:again")
    @DisplayName("After the last try what it threw is thrown, without one more pause")
    void the_last_try() {
        var retry = retry(3, 1, _ -> true);
        var thrown = new ArrayList<IOException>();
        Callable<String> call =
                () -> {
                    thrown.add(new IOException("try " + thrown.size()));
                    throw thrown.getLast();
                };
        var last = assertThrows(IOException.class, () -> retry.call(FAR, call));
        assertEquals(3, thrown.size());
        assertSame(thrown.getLast(), last);
        assertEquals(2, time.pauses.size());
    }

    @Test
    @Tag("task:again")
    @Tag("hidden")
    @DisplayName("A failure that is not worth it is thrown at once")
    void not_worth_it() {
        var retry = retry(3, 1, e -> e instanceof IOException);
        var failure = new IllegalStateException("no such card");
        var calls = failing(9, failure);
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class, () -> retry.call(FAR, calls)));
        assertEquals(List.of(), time.pauses);
    }

    @Test
    @Tag("task:again")
    @Tag("hidden")
    @DisplayName("An interrupt is no failure, and neither is an Error")
    void an_interrupt_is_no_failure() {
        var retry = retry(3, 1, _ -> true);
        assertThrows(
                InterruptedException.class,
                () -> retry.call(FAR, failing(1, new InterruptedException())));
        assertThrows(
                StackOverflowError.class,
                () ->
                        retry.call(
                                FAR,
                                () -> {
                                    throw new StackOverflowError();
                                }));
        assertEquals(List.of(), time.pauses);
    }

    @Test
    @Tag("task:pauses")
    @Tag("points:2")
    @DisplayName("Pauses are anything up to 1, 2, 4, 5 and 5 seconds")
    void bounds_of_pauses() {
        var bounds = Stream.of(1, 2, 4, 5, 5).map(Duration::ofSeconds).toList();
        var all = new ArrayList<List<Duration>>();
        for (int seed = 0; seed < 300; seed++) {
            all.add(pausesOf(retry(6, seed, _ -> true)));
        }
        for (int n = 0; n < bounds.size(); n++) {
            int at = n;
            var pauses = all.stream().map(list -> list.get(at)).sorted().toList();
            var bound = bounds.get(n);
            var which = "pause " + (n + 1) + " of at most " + bound;
            assertTrue(!pauses.getFirst().isNegative(), which + " was negative");
            assertTrue(
                    pauses.getLast().compareTo(bound) <= 0, which + " was " + pauses.getLast());
            assertTrue(
                    pauses.getFirst().compareTo(bound.dividedBy(10)) < 0,
                    which + " never was less than " + pauses.getFirst());
            assertTrue(
                    pauses.getLast().compareTo(bound.multipliedBy(9).dividedBy(10)) > 0,
                    which + " never was more than " + pauses.getLast());
            var middle = pauses.get(pauses.size() / 2);
            assertTrue(
                    middle.compareTo(bound.dividedBy(4)) > 0
                            && middle.compareTo(bound.multipliedBy(3).dividedBy(4)) < 0,
                    "half of the time " + which + " was less than " + middle);
        }
    }

    private List<Duration> pausesOf(Retry retry) {
        time.pauses.clear();
        assertThrows(
                IOException.class,
                () -> retry.call(FAR, failing(99, new IOException("broken"))));
        return List.copyOf(time.pauses);
    }

    @Test
    @Tag("task:pauses")
    @Tag("hidden")
    @DisplayName("The bound stays what it is for a thousand tries")
    void a_thousand_tries() {
        assertThrows(
                IOException.class,
                () ->
                        retry(1_000, 1, _ -> true)
                                .call(FAR, failing(1_000, new IOException("broken"))));
        assertEquals(999, time.pauses.size());
        var last = time.pauses.subList(100, 999).stream().sorted().toList();
        assertTrue(!last.getFirst().isNegative(), "a pause was negative");
        assertTrue(last.getLast().compareTo(LONGEST) <= 0, "a pause was " + last.getLast());
        assertTrue(
                last.getLast().compareTo(SECOND.multipliedBy(4)) > 0,
                "late pauses are at most " + last.getLast());
        long shortOnes = last.stream().filter(p -> p.compareTo(LONGEST.dividedBy(10)) < 0).count();
        assertTrue(
                shortOnes < 150,
                "of 899 late pauses %d, not some 90, were shorter than a tenth of the longest"
                        .formatted(shortOnes));
    }

    @Test
    @Tag("task:deadline")
    @Tag("points:2")
    @DisplayName("Whatever is drawn, no pause goes beyond the deadline")
    void no_pause_beyond_the_deadline() {
        for (int seed = 0; seed < 100; seed++) {
            var retry = retry(1_000, seed, _ -> true);
            var deadline = time.now().plus(Duration.ofSeconds(20));
            assertThrows(
                    IOException.class,
                    () -> retry.call(deadline, failing(1_000, new IOException("broken"))));
            assertTrue(time.now().isBefore(deadline), "it slept until " + time.now());
            assertTrue(
                    time.now().plus(LONGEST).compareTo(deadline) >= 0,
                    "it gave up although there was time for any pause");
        }
    }

    @Test
    @Tag("task:deadline")
    @Tag("hidden")
    @DisplayName("When the deadline is over, the first try is made, and no other")
    void after_the_deadline() throws Exception {
        var retry = retry(3, 1, _ -> true);
        int calls = retry.call(Instant.EPOCH.minusSeconds(1), failing(0, null));
        assertEquals(1, calls);
        var failure = new IOException("broken");
        assertSame(
                failure,
                assertThrows(
                        IOException.class, () -> retry.call(Instant.EPOCH.minusSeconds(1), failing(1, failure))));
        assertEquals(List.of(), time.pauses);
    }

    @Explore
    @Tag("task:deadline")
    @Tag("hidden")
    @DisplayName("An interrupt in a pause ends the call")
    public void an_interrupt_in_a_pause(Run run) throws Exception {
        var never = new Semaphore(0);
        var calls = new AtomicInteger();
        var rule = new Retry.Rule(5, SECOND, LONGEST, _ -> true);
        var retry = new Retry(rule, () -> Instant.EPOCH, new Random(1), _ -> never.acquire());
        Callable<String> call =
                () -> {
                    calls.incrementAndGet();
                    throw new IOException("broken");
                };
        new InterruptWitness(run, "caller", () -> retry.call(FAR, call)).interrupt();
        run.checkEquals(1, calls.get(), "how often the call was made");
    }

    @Test
    @Tag("task:shared")
    @DisplayName("The next call begins with short pauses again")
    void begins_anew() {
        var retry = retry(6, 1, _ -> true);
        for (int i = 0; i < 20; i++) {
            var first = pausesOf(retry).getFirst();
            assertTrue(first.compareTo(SECOND) <= 0, "the first pause was " + first);
        }
    }

    @Explore
    @Tag("task:shared")
    @Tag("hidden")
    @DisplayName("Two threads that use it at once do not notice each other")
    public void two_threads(Run run) throws Exception {
        var rule = new Retry.Rule(3, SECOND, LONGEST, _ -> true);
        var retry = new Retry(rule, () -> Instant.EPOCH, new Random(1), _ -> Thread.yield());
        for (int i = 0; i < 2; i++) {
            run.go("caller " + i, () -> run.checkEquals(3, threeTries(retry), "the tries"));
        }
    }

    private static int threeTries(Retry retry) throws Exception {
        return retry.call(FAR, failing(2, new IOException("broken")));
    }
}
