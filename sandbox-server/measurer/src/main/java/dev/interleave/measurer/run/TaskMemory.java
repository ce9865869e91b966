package dev.interleave.measurer.run;

import dev.interleave.measurer.load.HeldMemory;
import dev.interleave.measurer.message.FromMeasurer.Held;
import java.util.concurrent.CountDownLatch;
import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.ThreadContainers;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What the tasks of a call hold while they are in flight. A task is a thread that the call has
 * started, platform or virtual; tasks that wait without a thread cannot be counted from outside.
 *
 * <p>Threading: one thread, while no call goes on.
 */
final class TaskMemory {

    /** As often it is looked while a call goes on. */
    private static final int MOST_LOOKS = 12;

    private static final long PAUSE_MILLIS = 1;

    private final Target target;
    private final HeldMemory.Early early;

    /**
     * @param early what there was before the version was loaded
     */
    TaskMemory(Target target, HeldMemory.Early early) {
        this.target = target;
        this.early = early;
    }

    /** Calls the version once more, without a clock, and looks while it goes on. */
    Held ofCall() {
        try {
            return look();
        } catch (InterruptedException e) {
            // By the version: nobody else knows this thread.
            return Held.UNKNOWN;
        }
    }

    private Held look() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Blackhole hole = Rehearsal.hole();
        Thread caller = Thread.ofPlatform().daemon().start(() -> call(hole, go));
        HeldMemory memory = HeldMemory.idle(early);
        int idle = threads();
        go.countDown();
        Held most = Held.UNKNOWN;
        for (int looks = 0; looks < MOST_LOOKS && caller.isAlive(); ) {
            int tasks = threads() - idle;
            if (tasks < HeldMemory.FEWEST_TASKS) {
                caller.join(PAUSE_MILLIS);
                continue;
            }
            looks++;
            Held held = memory.of(tasks, () -> threads() - idle);
            // Not where there were most tasks: some of them may not have begun.
            most = held.bytes() > most.bytes() ? held : most;
            caller.join(PAUSE_MILLIS);
        }
        caller.join();
        return most;
    }

    private void call(Blackhole hole, CountDownLatch go) {
        try {
            go.await();
            target.call(hole);
        } catch (Throwable e) {
            // Whatever it is, a call that is measured would tell.
        }
    }

    /** All that live, virtual ones, too. */
    private static int threads() {
        return Math.toIntExact(threads(ThreadContainers.root()));
    }

    private static long threads(ThreadContainer container) {
        return container.threadCount() + container.children().mapToLong(TaskMemory::threads).sum();
    }
}
