import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InFlight;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class AcceptorTest {

    @Test
    @Tag("task:limit")
    @DisplayName("The handler runs on a virtual thread, and accept() returns this thread")
    void on_a_virtual_thread() throws Exception {
        var ranOn = new CompletableFuture<Thread>();
        var thread = new Acceptor(1).accept(() -> ranOn.complete(Thread.currentThread()));
        assertEquals(thread, ranOn.get());
        assertEquals(true, thread.isVirtual());
    }

    @Explore
    @Tag("task:limit")
    @Tag("points:2")
    @DisplayName("As many handlers as the limit says do run at the same time")
    public void as_many_as_the_limit(Run run) throws Exception {
        var acceptor = new Acceptor(2);
        var meeting = new Rendezvous(run, 2);
        Runnable meets =
                () -> {
                    try {
                        meeting.meet();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        var first = acceptor.accept(meets);
        var second = acceptor.accept(meets);
        first.join();
        second.join();
    }

    @Explore
    @Tag("task:limit")
    @Tag("points:2")
    @DisplayName("There are never more handlers under way than the limit says")
    public void never_more_than_the_limit(Run run) throws Exception {
        var acceptor = new Acceptor(1);
        var underWay = new InFlight();
        Thread last = null;
        for (int i = 0; i < 3; i++) {
            last = acceptor.accept(() -> stayInside(underWay));
        }
        last.join();
        run.checkEquals(3, underWay.total(), "how many handlers ran");
        run.checkEquals(1, underWay.most(), "the most handlers at once");
    }

    private static void stayInside(InFlight underWay) {
        try (var _ = underWay.enter()) {
            Thread.yield();
        }
    }

    @Explore
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("Two threads that accept at once do not exceed the limit either")
    public void two_that_accept(Run run) throws Exception {
        var acceptor = new Acceptor(1);
        var underWay = new InFlight();
        for (int i = 0; i < 2; i++) {
            run.go(
                    "listener " + i,
                    () -> acceptor.accept(() -> stayInside(underWay)).join());
        }
        run.joinAll();
        run.checkEquals(1, underWay.most(), "the most handlers at once");
    }

    @Explore
    @Tag("task:limit")
    @Tag("points:2")
    @DisplayName("While all places are taken, accept() waits, without using the processor")
    public void waits_while_all_are_busy(Run run) throws Exception {
        var acceptor = new Acceptor(1);
        var done = new Semaphore(0);
        var handler = acceptor.accept(done::acquireUninterruptibly);
        var listener = run.go("listener", () -> acceptor.accept(() -> {}).join());
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(listener), "accept() returned although all places were taken");
        done.release();
        handler.join();
    }

    @Explore
    @Tag("task:broken")
    @DisplayName("A handler that throws makes room for the next")
    public void a_broken_handler_makes_room(Run run) throws Exception {
        var acceptor = new Acceptor(1);
        acceptor.accept(
                        () -> {
                            throw new IllegalStateException("broken handler");
                        })
                .join();
        var underWay = new InFlight();
        acceptor.accept(() -> stayInside(underWay)).join();
        run.checkEquals(1, underWay.total(), "how many handlers ran after the broken one");
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("After an interrupt of accept() the limit is what it was")
    public void the_limit_after_an_interrupt(Run run) throws Exception {
        var acceptor = new Acceptor(1);
        var done = new Semaphore(0);
        var first = acceptor.accept(done::acquireUninterruptibly);
        new InterruptWitness(run, "listener", () -> acceptor.accept(() -> {})).interruptToThrow();
        var second = run.go("second", () -> acceptor.accept(() -> {}).join());
        run.settle();
        run.check(!run.ended(second), "after an interrupt there is room for one more");
        done.release();
        first.join();
    }
}
