import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InFlight;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import dev.interleave.explore.result.FaultKind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class OffloadTest {

    @Test
    @Tag("task:elsewhere")
    @Tag("points:2")
    @DisplayName("The work runs on a platform thread, and its result comes back")
    void on_a_platform_thread() throws Exception {
        try (var offload = new Offload(2, 1)) {
            int result = offload.run(() -> 42);
            boolean virtual = offload.run(() -> Thread.currentThread().isVirtual());
            assertEquals(42, result);
            assertFalse(virtual, "the work ran on a virtual thread");
        }
    }

    @Test
    @Tag("task:elsewhere")
    @DisplayName("What the work throws is the cause of an ExecutionException")
    void what_the_work_throws() {
        var failure = new IOException("broken");
        try (var offload = new Offload(1, 1)) {
            var thrown =
                    assertThrows(
                            ExecutionException.class,
                            () ->
                                    offload.run(
                                            () -> {
                                                throw failure;
                                            }));
            assertEquals(failure, thrown.getCause());
        }
    }

    @Explore
    @Tag("task:limit")
    @Tag("points:2")
    @DisplayName("As many works as there are threads do run at the same time")
    public void as_many_as_the_limit(Run run) throws Exception {
        try (var offload = new Offload(2, 2)) {
            var meeting = new Rendezvous(run, 2);
            for (int i = 0; i < 2; i++) {
                run.go(
                        "caller " + i,
                        () ->
                                offload.run(
                                        () -> {
                                            meeting.meet();
                                            return "";
                                        }));
            }
            run.joinAll();
        }
    }

    @Explore
    @Tag("task:limit")
    @DisplayName("There are never more works under way than threads, and all get their turn")
    public void never_more_than_the_limit(Run run) throws Exception {
        var underWay = new InFlight();
        try (var offload = new Offload(1, 2)) {
            for (int i = 0; i < 2; i++) {
                run.go("caller " + i, () -> offload.run(() -> stayInside(underWay)));
            }
            run.joinAll();
        }
        run.checkEquals(2, underWay.total(), "how many works ran");
        run.checkEquals(1, underWay.most(), "the most works at once");
    }

    private static String stayInside(InFlight underWay) {
        try (var _ = underWay.enter()) {
            Thread.yield();
        }
        return "";
    }

    @Explore
    @Tag("task:limit")
    @Tag("hidden")
    @Tag("points:3")
    @DisplayName("When all threads and the queue are taken, one more call is refused at once")
    public void one_more_is_refused(Run run) throws Exception {
        var done = new Semaphore(0);
        var ran = new AtomicInteger();
        try (var offload = new Offload(1, 1)) {
            for (int i = 0; i < 2; i++) {
                run.go(
                        "caller " + i,
                        () ->
                                offload.run(
                                        () -> {
                                            done.acquire();
                                            ran.incrementAndGet();
                                            return "";
                                        }));
                run.settle();
            }
            var refused = new AtomicInteger();
            var third =
                    run.go(
                            "one more",
                            () -> {
                                try {
                                    offload.run(ran::incrementAndGet);
                                } catch (RejectedExecutionException e) {
                                    refused.incrementAndGet();
                                }
                            });
            run.sleep(Duration.ofSeconds(10));
            boolean atOnce = run.ended(third);
            done.release(2);
            run.joinAll();
            run.check(atOnce, "the call waited although there was no room");
            run.checkEquals(1, refused.get(), "how many calls were refused");
        }
        run.checkEquals(2, ran.get(), "how many works ran");
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends its wait and interrupts the work")
    public void an_interrupt_reaches_the_work(Run run) throws Exception {
        var never = new Semaphore(0);
        var told = new AtomicBoolean();
        Callable<String> work =
                () -> {
                    try {
                        never.acquire();
                        return "";
                    } catch (InterruptedException e) {
                        told.set(true);
                        throw e;
                    }
                };
        try (var offload = new Offload(1, 1)) {
            new InterruptWitness(run, "caller", () -> offload.run(work)).interruptToThrow();
            run.settle();
            if (!told.get()) {
                never.release();
                run.fail(FaultKind.LEAK, "The caller has gone, and its work goes on.");
            }
        }
    }

    @Explore
    @Tag("task:end")
    @Tag("hidden")
    @DisplayName("close() waits until the work has ended")
    public void close_waits(Run run) throws Exception {
        var offload = new Offload(1, 1);
        var done = new Semaphore(0);
        run.go(
                "caller",
                () ->
                        offload.run(
                                () -> {
                                    done.acquire();
                                    return "";
                                }));
        run.settle();
        var closer = run.go("closer", offload::close);
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(closer), "close() returned although the work was running");
        done.release();
    }
}
