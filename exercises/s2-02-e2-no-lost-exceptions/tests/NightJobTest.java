import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.interleave.explore.Body;
import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class NightJobTest {

    private static Callable<String> failing(Throwable failure) {
        return () -> {
            switch (failure) {
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        };
    }

    @Test
    @Tag("task:report")
    @DisplayName("One failure is in the report, and the others are counted")
    void tells_what_was_thrown() throws Exception {
        var failure = new IOException("disk full");
        var report = NightJob.runAll(List.of(() -> "a", failing(failure), () -> "b"));
        assertEquals(2, report.succeeded());
        assertEquals(1, report.failures().size(), "how many failures are in the report");
        assertSame(failure, report.failures().getFirst());
    }

    @Test
    @Tag("task:report")
    @Tag("hidden")
    @DisplayName("No task, and no failure")
    void nothing_fails() throws Exception {
        assertEquals(new NightJob.Report(0, List.of()), NightJob.runAll(List.of()));
        assertEquals(new NightJob.Report(1, List.of()), NightJob.runAll(List.of(() -> "a")));
    }

    @Test
    @Tag("task:report")
    @Tag("hidden")
    @DisplayName("An Error is a failure like any other")
    void an_error_is_a_failure() throws Exception {
        var error = new StackOverflowError("deep");
        var report = NightJob.runAll(List.of(failing(error), () -> "a"));
        assertEquals(new NightJob.Report(1, List.of(error)), report);
    }

    @Explore(schedules = 500)
    @Tag("task:report")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Failures come in the order of the tasks, whichever fails first")
    public void in_the_order_of_the_tasks(Run run) throws Exception {
        var first = new IOException("a");
        var second = new IllegalStateException("b");
        var report = NightJob.runAll(List.of(failing(first), failing(second)));
        run.checkEquals(new NightJob.Report(0, List.of(first, second)), report, "the report");
    }

    @Explore(schedules = 300)
    @Tag("task:all")
    @DisplayName("Three tasks are under way at the same time")
    public void all_at_the_same_time(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        Callable<String> task =
                () -> {
                    meeting.meet();
                    return "";
                };
        var report = NightJob.runAll(List.of(task, task, task));
        run.checkEquals(new NightJob.Report(3, List.of()), report, "the report");
    }

    @Test
    @Tag("task:all")
    @Tag("hidden")
    @DisplayName("A hundred tasks are, too")
    void a_hundred_at_the_same_time() throws Exception {
        var meeting = new CountDownLatch(100);
        Callable<String> task =
                () -> {
                    meeting.countDown();
                    meeting.await();
                    return "";
                };
        var report = NightJob.runAll(Collections.nCopies(100, task));
        assertEquals(new NightJob.Report(100, List.of()), report);
    }

    @Explore(schedules = 300)
    @Tag("task:all")
    @Tag("points:2")
    @DisplayName("A task that fails stops nobody, and all have ended when runAll() returns")
    public void others_run_to_their_end(Run run) throws Exception {
        var failed = new Semaphore(0);
        var ended = new AtomicInteger();
        Callable<String> quick =
                () -> {
                    failed.release();
                    throw new IOException("broken");
                };
        Callable<String> slow =
                () -> {
                    failed.acquire();
                    Thread.sleep(1000);
                    ended.incrementAndGet();
                    return "";
                };
        var report = NightJob.runAll(List.of(slow, quick));
        run.checkEquals(1, ended.get(), "how many other tasks came to their end");
        run.checkEquals(1, report.succeeded(), "how many are said to have succeeded");
    }

    @Explore(schedules = 300)
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends all tasks, and runAll() throws")
    public void an_interrupt_ends_all(Run run) throws Exception {
        var never = new Semaphore(0);
        var ended = new AtomicInteger();
        Callable<String> waits =
                () -> {
                    try {
                        never.acquire();
                        return "";
                    } finally {
                        Thread.yield();
                        ended.incrementAndGet();
                    }
                };
        var before = new AtomicInteger();
        Body call =
                () -> {
                    try {
                        NightJob.runAll(List.of(waits, waits));
                    } catch (InterruptedException e) {
                        before.set(ended.get());
                        throw e;
                    }
                };
        new InterruptWitness(run, "caller", call).interruptToThrow();
        if (ended.get() == 2) { // Who has not heard of the interrupt is a leak.
            run.checkEquals(2, before.get(), "how many tasks had ended before it threw");
        }
    }
}
