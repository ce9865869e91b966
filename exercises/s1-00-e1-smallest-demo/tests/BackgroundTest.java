import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

public class BackgroundTest {

    @Explore(schedules = 200)
    @Tag("task:free")
    @Tag("points:2")
    @DisplayName("The caller is free while slow is at work")
    public void free_while_it_works(Run run) throws Exception {
        var mayEnd = new Semaphore(0);
        var caller =
                run.go(
                        "caller",
                        () -> {
                            long busy = Background.freeAfterMillis(mayEnd::acquireUninterruptibly);
                            run.checkEquals(0L, busy, "the milliseconds");
                        });
        run.settle();
        boolean free = run.ended(caller);
        mayEnd.release();
        run.joinAll();
        run.check(free, "the caller waits until slow has ended");
    }

    @Explore(schedules = 200)
    @Tag("task:free")
    @DisplayName("slow runs, and it runs once")
    public void runs_once(Run run) throws Exception {
        var runs = new AtomicInteger();
        Background.freeAfterMillis(runs::incrementAndGet);
        run.sleep(Duration.ofSeconds(10));
        run.checkEquals(1, runs.get(), "how often slow ran");
    }

    @Explore(schedules = 200)
    @Tag("task:calm")
    @Tag("hidden")
    @DisplayName("What slow throws does not reach the caller")
    public void slow_throws(Run run) throws Exception {
        var runs = new AtomicInteger();
        long busy =
                Background.freeAfterMillis(
                        () -> {
                            runs.incrementAndGet();
                            throw new IllegalStateException("broken");
                        });
        run.checkEquals(0L, busy, "the milliseconds");
        run.sleep(Duration.ofSeconds(10));
        run.checkEquals(1, runs.get(), "how often slow ran");
    }

    @Explore(schedules = 200)
    @Tag("task:calm")
    @Tag("hidden")
    @DisplayName("When slow has ended no thread is left")
    public void nothing_is_left(Run run) throws Exception {
        var ended = new Semaphore(0);
        long busy = Background.freeAfterMillis(ended::release);
        run.checkEquals(0L, busy, "the milliseconds");
        ended.acquire();
    }
}
