import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import dev.interleave.explore.result.FaultKind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class CacheTest {

    @Test
    @Tag("task:reading")
    @DisplayName("A question sees what was changed before")
    void sees_what_was_changed() {
        var cache = new Cache<String, Integer>();
        cache.change(map -> map.put("tea", 3));
        cache.change(map -> map.merge("tea", 1, Integer::sum));
        int price = cache.read(map -> map.get("tea"));
        assertEquals(4, price);
    }

    @Explore
    @Tag("task:reading")
    @Tag("points:2")
    @DisplayName("Three questions are asked at the same time")
    public void questions_together(Run run) throws Exception {
        var cache = new Cache<String, Integer>();
        cache.change(map -> map.put("tea", 3));
        var meeting = new Rendezvous(run, 3);
        for (int i = 0; i < 3; i++) {
            run.go("reader " + i, () -> ask(run, cache, meeting));
        }
    }

    private static void ask(Run run, Cache<String, Integer> cache, Rendezvous meeting) {
        var price =
                cache.read(
                        map -> {
                            try {
                                meeting.meet();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return map.get("tea");
                        });
        run.checkEquals(3, price, "what a question sees");
    }

    @Explore
    @Tag("task:reading")
    @Tag("points:2")
    @DisplayName("A question sees a change as a whole or not at all, and nothing changes meanwhile")
    public void a_change_is_seen_as_a_whole(Run run) throws Exception {
        var cache = new Cache<String, Integer>();
        run.go("writer", () -> cache.change(CacheTest::both));
        var differences =
                cache.read(
                        map -> {
                            int before = map.getOrDefault("tea", 0) - map.getOrDefault("milk", 0);
                            int first = map.getOrDefault("tea", 0);
                            Thread.yield();
                            int second = map.getOrDefault("tea", 0);
                            return Math.abs(before) + Math.abs(second - first);
                        });
        run.joinAll();
        run.checkEquals(0, differences, "how far apart the two halves of the change were seen");
        run.checkEquals(1, cache.read(map -> map.get("milk")), "what a later question sees");
    }

    private static void both(Map<String, Integer> map) {
        map.put("tea", 1);
        Thread.yield();
        map.put("milk", 1);
    }

    @Explore
    @Tag("task:reading")
    @Tag("hidden")
    @DisplayName("Of two changes at the same time none is lost")
    public void no_change_is_lost(Run run) throws Exception {
        var cache = new Cache<String, Integer>();
        Consumer<Map<String, Integer>> oneMore =
                map -> {
                    int before = map.getOrDefault("tea", 0);
                    Thread.yield();
                    map.put("tea", before + 1);
                };
        run.go("first", () -> cache.change(oneMore));
        run.go("second", () -> cache.change(oneMore));
        run.joinAll();
        run.checkEquals(2, cache.read(map -> map.get("tea")), "the value after both changes");
    }

    @Explore
    @Tag("task:reading")
    @Tag("hidden")
    @DisplayName("After something has thrown, the cache works on")
    public void what_throws_gives_back_the_lock(Run run) throws Exception {
        var cache = new Cache<String, Integer>();
        throwing(run, () -> cache.change(_ -> fail()));
        throwing(run, () -> cache.read(_ -> fail()));
        throwing(run, () -> cache.get("tea", _ -> fail()));
        run.go("writer", () -> cache.change(map -> map.put("tea", 1)));
        run.joinAll();
        run.checkEquals(1, cache.read(map -> map.get("tea")), "what is seen afterwards");
    }

    private static void throwing(Run run, Runnable call) {
        try {
            call.run();
            run.check(false, "The exception should have come through.");
        } catch (IllegalStateException expected) {
            run.checkEquals("broken", expected.getMessage(), "the exception");
        }
    }

    private static Integer fail() {
        throw new IllegalStateException("broken");
    }

    @Test
    @Tag("task:loading")
    @DisplayName("What is missing is loaded and kept")
    void loads_what_is_missing() {
        var cache = new Cache<String, Integer>();
        var loads = new AtomicInteger();
        Function<String, Integer> load =
                key -> {
                    loads.incrementAndGet();
                    return key.length();
                };
        assertEquals(3, cache.get("tea", load));
        assertEquals(3, cache.get("tea", load));
        assertEquals(6, cache.get("coffee", load));
        assertEquals(2, loads.get());
        int kept = cache.read(map -> map.get("tea"));
        assertEquals(3, kept);
    }

    @Explore
    @Tag("task:loading")
    @Tag("points:2")
    @DisplayName("When two threads miss the same value, it is loaded once, and both get it")
    public void loads_once(Run run) throws Exception {
        var cache = new Cache<String, Integer>();
        var loads = new AtomicInteger();
        Function<String, Integer> load = _ -> loads.incrementAndGet();
        run.go("first", () -> run.checkEquals(1, cache.get("tea", load), "the value"));
        run.go("second", () -> run.checkEquals(1, cache.get("tea", load), "the value"));
        run.joinAll();
        run.checkEquals(1, loads.get(), "how often it was loaded");
    }

    @Test
    @Tag("task:loading")
    @Tag("hidden")
    @DisplayName("When loading throws, nothing is kept, and the next one loads again")
    void a_failure_is_not_kept() {
        var cache = new Cache<String, Integer>();
        assertThrows(IllegalStateException.class, () -> cache.get("tea", _ -> fail()));
        assertNull(cache.read(map -> map.get("tea")));
        assertEquals(3, cache.get("tea", String::length));
    }

    @Explore
    @Tag("task:fairness")
    @Tag("hidden")
    @Tag("points:3")
    @DisplayName("A change that waits comes before questions that are asked later")
    public void a_change_that_waits_is_next(Run run) throws Exception {
        var cache = new Cache<String, Integer>();
        var leave = new Semaphore(0);
        run.go("first reader", () -> cache.read(_ -> stay(leave)));
        run.settle();
        var writer = run.go("writer", () -> cache.change(map -> map.put("tea", 1)));
        run.settle();
        var later = run.go("later reader", () -> cache.read(map -> map.get("tea")));
        run.sleep(Duration.ofSeconds(10));
        boolean overtaken = run.ended(later) && !run.ended(writer);
        leave.release();
        run.joinAll();
        if (overtaken) {
            run.fail(
                    FaultKind.STARVATION,
                    "A question that was asked later went before a change that waits. As long as"
                            + " somebody asks, the change never gets its turn.");
        }
        run.checkEquals(1, cache.read(map -> map.get("tea")), "the value afterwards");
    }

    private static Integer stay(Semaphore leave) {
        leave.acquireUninterruptibly();
        return 0;
    }
}
