import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class WatchTest {

    @Test
    @Tag("task:watch")
    @DisplayName("A watcher gets the newest value, and each value at most once")
    void the_newest() throws InterruptedException {
        var watch = new Watch<>("a");
        var early = watch.watch();
        watch.set("b");
        watch.set("c");
        var late = watch.watch();
        assertEquals("c", early.next());
        watch.set("d");
        assertEquals("d", early.next());
        assertEquals("d", late.next());
        assertEquals("d", watch.get());
    }

    @Explore
    @Tag("task:watch")
    @Tag("points:2")
    @DisplayName("A new value wakes everybody who waits for it")
    public void wakes_everybody(Run run) throws Exception {
        var watch = new Watch<>(0);
        for (int i = 0; i < 2; i++) {
            var watcher = watch.watch();
            run.go("watcher " + i, () -> run.checkEquals(1, watcher.next(), "the new value"));
        }
        run.go("setter", () -> watch.set(1));
    }

    @Explore
    @Tag("task:watch")
    @Tag("hidden")
    @DisplayName("A watcher waits for what it has not seen, also if the value is the same again")
    public void waits_for_what_is_new(Run run) throws Exception {
        var watch = new Watch<>(1);
        var watcher = watch.watch();
        var thread =
                run.go("watcher", () -> run.checkEquals(1, watcher.next(), "what was set again"));
        run.settle();
        run.check(!run.ended(thread), "next() returned a value that was there before");
        watch.set(1);
    }

    @Explore
    @Tag("task:watch")
    @Tag("hidden")
    @DisplayName("Who is slow misses what was replaced, and nothing comes twice or out of order")
    public void never_back(Run run) throws Exception {
        var watch = new Watch<>(0);
        var watcher = watch.watch();
        run.go(
                "setter",
                () -> {
                    watch.set(1);
                    watch.set(2);
                });
        int last = watcher.next();
        while (last != 2) {
            int next = watcher.next();
            run.check(next > last, "after " + last + " came " + next);
            last = next;
        }
    }

    @Explore
    @Tag("task:waiting")
    @DisplayName("A watcher that waits uses no processor time")
    public void a_watcher_waits(Run run) throws Exception {
        var watch = new Watch<>("a");
        var watcher = watch.watch();
        run.go("watcher", () -> run.checkEquals("b", watcher.next(), "the new value"));
        run.sleep(Duration.ofSeconds(10));
        watch.set("b");
    }

    @Explore
    @Tag("task:waiting")
    @Tag("hidden")
    @DisplayName("An interrupt ends next(), and the value that comes later is not lost")
    public void an_interrupt_ends_next(Run run) throws Exception {
        var watch = new Watch<>("a");
        var watcher = watch.watch();
        new InterruptWitness(run, "watcher", watcher::next).interruptToThrow();
        run.joinAll();
        watch.set("b");
        run.checkEquals("b", watcher.next(), "the new value");
    }
}
