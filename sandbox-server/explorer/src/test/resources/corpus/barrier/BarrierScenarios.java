import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.result.FaultKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

public class BarrierScenarios {

    @Explore
    public void nobodyPassesBeforeAllHaveCome(Run run) throws Exception {
        var barrier = new Barrier(2);
        var come = new AtomicInteger();
        for (var i = 0; i < 2; i++) {
            run.go("party " + i, () -> {
                come.incrementAndGet();
                barrier.await();
                run.checkEquals(2, come.get(), "parties that had come when one passed");
            });
        }
    }

    @Explore
    public void itCanBeUsedAgain(Run run) throws Exception {
        var barrier = new Barrier(2);
        var rounds = new AtomicIntegerArray(2);
        for (var i = 0; i < 2; i++) {
            var me = i;
            run.go("party " + i, () -> {
                for (var round = 1; round <= 3; round++) {
                    rounds.incrementAndGet(me);
                    barrier.await();
                    var other = rounds.get(1 - me);
                    run.check(other >= round, "party " + me + " passed round " + round + ", the other is in round " + other);
                }
            });
        }
    }

    @Explore(schedules = 600)
    public void threeParties(Run run) throws Exception {
        var barrier = new Barrier(3);
        var come = new AtomicInteger();
        for (var i = 0; i < 3; i++) {
            run.go("party " + i, () -> {
                come.incrementAndGet();
                barrier.await();
                run.checkEquals(3, come.get(), "parties that had come when one passed");
            });
        }
    }

    @Explore
    public void whoWaitsCostsNothing(Run run) throws Exception {
        var barrier = new Barrier(2);
        var first = run.go("first", barrier::await);
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(first), "await() returned although only one party had come");
        barrier.await();
    }

    @Explore
    public void anInterruptEndsAwait(Run run) throws Exception {
        var barrier = new Barrier(2);
        var interrupted = new AtomicInteger();
        var first = run.go("first", () -> {
            try {
                barrier.await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
            }
        });
        run.settle();
        run.check(!run.ended(first), "await() returned although only one party had come");
        first.interrupt();
        run.settle();
        if (!run.ended(first)) run.fail(FaultKind.INTERRUPT_IGNORED, "await() still waits after an interrupt.");
        if (interrupted.get() == 0) run.fail(FaultKind.INTERRUPT_IGNORED, "await() swallowed the interrupt.");
    }
}
