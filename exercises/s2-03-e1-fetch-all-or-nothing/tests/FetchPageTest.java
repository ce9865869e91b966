import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Body;
import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InFlight;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class FetchPageTest {

    @Test
    @Tag("task:page")
    @DisplayName("The page has what the three calls return")
    void a_page_of_three() throws Exception {
        var page = FetchPage.fetch(() -> "Ada", () -> "2 orders", () -> "tea");
        assertEquals(new FetchPage.Page("Ada", "2 orders", "tea"), page);
    }

    @Explore
    @Tag("task:page")
    @Tag("points:2")
    @DisplayName("All three calls are under way at the same time")
    public void all_are_under_way(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        Callable<String> call =
                () -> {
                    meeting.meet();
                    return "met";
                };
        var page = FetchPage.fetch(call, call, call);
        run.checkEquals(new FetchPage.Page("met", "met", "met"), page, "the page");
    }

    @Test
    @Tag("task:nothing")
    @DisplayName("What a call throws is the cause of an ExecutionException")
    void the_cause_is_told() {
        var failure = new IOException("no server");
        Callable<String> broken =
                () -> {
                    throw failure;
                };
        var thrown =
                assertThrows(
                        ExecutionException.class,
                        () -> FetchPage.fetch(() -> "Ada", broken, () -> "tea"));
        assertSame(failure, thrown.getCause());
    }

    @Explore
    @Tag("task:nothing")
    @Tag("points:2")
    @DisplayName("When the last call fails, the others are interrupted where they wait")
    public void a_failure_ends_the_others(Run run) throws Exception {
        var never = new Semaphore(0);
        Callable<String> waits =
                () -> {
                    never.acquire();
                    return "";
                };
        Callable<String> broken =
                () -> {
                    throw new IOException("no server");
                };
        try {
            FetchPage.fetch(waits, waits, broken);
            run.check(false, "fetch() should have thrown what a call threw");
        } catch (ExecutionException e) {
            run.check(
                    e.getCause() instanceof IOException,
                    "the cause should be the IOException, and is " + e.getCause());
        }
    }

    @Explore
    @Tag("task:behind")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("When fetch() throws, the interrupted calls have come to their end")
    public void nothing_runs_afterwards(Run run) throws Exception {
        var never = new Semaphore(0);
        var underWay = new InFlight();
        Callable<String> cleansUp =
                () -> {
                    try (var _ = underWay.enter()) {
                        try {
                            never.acquire();
                        } finally {
                            Thread.yield();
                        }
                    }
                    return "";
                };
        Callable<String> broken =
                () -> {
                    throw new IOException("no server");
                };
        try {
            FetchPage.fetch(cleansUp, broken, () -> "tea");
            run.check(false, "fetch() should have thrown what a call threw");
        } catch (ExecutionException e) {
            run.checkEquals(0, underWay.now(), "calls that still run when fetch() throws");
        }
    }

    @Explore
    @Tag("task:behind")
    @Tag("hidden")
    @DisplayName("An interrupt of the caller ends the calls")
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
                        FetchPage.fetch(waits, waits, waits);
                    } catch (InterruptedException e) {
                        before.set(ended.get());
                        throw e;
                    }
                };
        new InterruptWitness(run, "caller", call).interruptToThrow();
        if (ended.get() == 3) { // Who has not heard of the interrupt is a leak.
            run.checkEquals(3, before.get(), "how many calls had ended before it threw");
        }
    }
}
