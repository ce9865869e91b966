import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Body;
import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class ReadingTest {

    private static Callable<String> failing(Throwable failure) {
        return () -> {
            switch (failure) {
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        };
    }

    private static Reading.Slot text(String text) {
        return new Reading.Slot.Text(text);
    }

    @Test
    @Tag("task:sync")
    @DisplayName("readSync() reads in turn, on the calling thread")
    void in_turn() throws Exception {
        var readers = new ArrayList<Thread>();
        var log = new ArrayList<String>();
        var sources = new ArrayList<Callable<String>>();
        for (var name : List.of("a", "b", "c")) {
            sources.add(
                    () -> {
                        readers.add(Thread.currentThread());
                        log.add(name);
                        return name;
                    });
        }
        assertEquals(List.of(text("a"), text("b"), text("c")), Reading.readSync(sources));
        assertEquals(List.of("a", "b", "c"), log);
        var me = Thread.currentThread();
        assertEquals(List.of(me, me, me), readers);
    }

    @Explore(schedules = 200)
    @Tag("task:async")
    @DisplayName("readAsync() returns the same")
    public void the_same(Run run) throws Exception {
        List<Callable<String>> sources = List.of(() -> "a", () -> "b");
        run.checkEquals(List.of(text("a"), text("b")), Reading.readSync(sources), "readSync()");
        run.checkEquals(List.of(text("a"), text("b")), Reading.readAsync(sources), "readAsync()");
    }

    @Explore(schedules = 200)
    @Tag("task:async")
    @Tag("points:3")
    @DisplayName("Four sources are under way at the same time")
    public void four_under_way(Run run) throws Exception {
        var meeting = new Rendezvous(run, 4);
        Callable<String> source =
                () -> {
                    meeting.meet();
                    return "a";
                };
        var slots = Reading.readAsync(List.of(source, source, source, source));
        run.checkEquals(List.of(text("a"), text("a"), text("a"), text("a")), slots, "the slots");
    }

    @Explore(schedules = 300)
    @Tag("task:async")
    @Tag("hidden")
    @DisplayName("The slots are in the order of the sources, whichever is done first")
    public void in_the_order_of_the_sources(Run run) throws Exception {
        var done = new Semaphore(0);
        Callable<String> slow =
                () -> {
                    done.acquire();
                    return "slow";
                };
        Callable<String> quick =
                () -> {
                    done.release();
                    return "quick";
                };
        var slots = Reading.readAsync(List.of(slow, quick));
        run.checkEquals(List.of(text("slow"), text("quick")), slots, "the slots");
    }

    @Explore(schedules = 200)
    @Tag("task:failing")
    @Tag("points:2")
    @DisplayName("What a source throws is in its slot, and the others are read")
    public void failures_have_their_slots(Run run) throws Exception {
        var first = new IOException("no such file");
        var second = new StackOverflowError("deep");
        List<Callable<String>> sources = List.of(failing(first), () -> "b", failing(second));
        var expected =
                List.of(
                        new Reading.Slot.Failure(first),
                        text("b"),
                        new Reading.Slot.Failure(second));
        run.checkEquals(expected, Reading.readSync(sources), "readSync()");
        run.checkEquals(expected, Reading.readAsync(sources), "readAsync()");
    }

    @Explore(schedules = 300)
    @Tag("task:interrupt")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends all sources, and readAsync() throws")
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
                        Reading.readAsync(List.of(waits, waits));
                    } catch (InterruptedException e) {
                        before.set(ended.get());
                        throw e;
                    }
                };
        new InterruptWitness(run, "caller", call).interruptToThrow();
        if (ended.get() == 2) { // Who has not heard of the interrupt is a leak.
            run.checkEquals(2, before.get(), "how many sources had ended before it threw");
        }
    }
}
