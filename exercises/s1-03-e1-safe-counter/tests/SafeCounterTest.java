import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class SafeCounterTest {

    @Test
    @Tag("task:alone")
    @DisplayName("A new counter says 0")
    void starts_at_zero() {
        assertEquals(0, new SafeCounter().get());
    }

    @Test
    @Tag("task:alone")
    @DisplayName("Three calls of inc() count three")
    void counts() {
        var counter = new SafeCounter();
        for (int i = 0; i < 3; i++) {
            counter.inc();
        }
        assertEquals(3, counter.get());
    }

    @Explore
    @Tag("task:together")
    @Tag("points:2")
    @DisplayName("Two threads count two each, and nothing is lost")
    public void no_count_is_lost(Run run) throws Exception {
        var counter = new SafeCounter();
        for (int i = 0; i < 2; i++) {
            run.go(
                    "counter " + i,
                    () -> {
                        counter.inc();
                        counter.inc();
                    });
        }
        run.joinAll();
        run.checkEquals(4L, counter.get(), "the count");
    }

    @Explore
    @Tag("task:together")
    @Tag("hidden")
    @DisplayName("A reader never sees more than was counted, nor less than before")
    public void reading_while_counting(Run run) throws Exception {
        var counter = new SafeCounter();
        run.go(
                "counter",
                () -> {
                    counter.inc();
                    counter.inc();
                });
        long first = counter.get();
        long second = counter.get();
        run.check(
                0 <= first && first <= second && second <= 2,
                "of two counts, get() said " + first + " and then " + second);
    }
}
