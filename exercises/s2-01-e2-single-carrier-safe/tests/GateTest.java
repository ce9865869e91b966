import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class GateTest {

    @Test
    @Tag("task:gate")
    @DisplayName("A gate is closed until it is opened, and an open one holds nobody up")
    void opens_for_good() throws InterruptedException {
        var gate = new Gate();
        assertFalse(gate.isOpen());
        gate.open();
        assertTrue(gate.isOpen());
        gate.await();
        gate.await();
    }

    @Explore
    @Tag("task:gate")
    @Tag("points:2")
    @DisplayName("open() lets everybody through who waits")
    public void all_get_through(Run run) throws Exception {
        var gate = new Gate();
        var through = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            run.go(
                    "waiter " + i,
                    () -> {
                        gate.await();
                        through.incrementAndGet();
                    });
        }
        run.go("opener", gate::open);
        run.joinAll();
        run.checkEquals(2, through.get(), "how many got through");
    }

    @Explore
    @Tag("task:gate")
    @Tag("hidden")
    @DisplayName("Nobody gets through before it is open")
    public void nobody_gets_through_before(Run run) throws Exception {
        var gate = new Gate();
        run.go(
                "waiter",
                () -> {
                    gate.await();
                    run.check(gate.isOpen(), "await() returned, and the gate is not open");
                });
        run.settle();
        gate.open();
    }

    /** Runs on the JDK's own scheduler, which the exercise gives one carrier. */
    @Test
    @Tag("task:one-carrier")
    @Tag("points:2")
    @DisplayName("Two virtual threads wait and a third one opens, all on one carrier")
    void one_carrier_is_enough() throws InterruptedException {
        var gate = new Gate();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    gate.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            }));
        }
        threads.add(Thread.startVirtualThread(gate::open));
        for (var thread : threads) {
            thread.join();
        }
        assertTrue(gate.isOpen());
    }

    @Explore
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("Who waits for an hour uses no processor time")
    public void waits_without_the_processor(Run run) throws Exception {
        var gate = new Gate();
        var waiter = run.go("waiter", gate::await);
        run.sleep(Duration.ofHours(1));
        run.check(!run.ended(waiter), "await() returned before the gate was open");
        gate.open();
    }

    @Explore
    @Tag("task:waiting")
    @Tag("hidden")
    @DisplayName("An interrupt ends the wait")
    public void an_interrupt_ends_the_wait(Run run) throws Exception {
        var gate = new Gate();
        new InterruptWitness(run, "waiter", gate::await).interruptToThrow();
        run.check(!gate.isOpen(), "the gate is open, and nobody opened it");
    }
}
