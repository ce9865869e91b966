package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import dev.interleave.explore.result.FaultKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/** Threads, memory, time and chance. */
public class Threads {

    private static final VarHandle READY;

    static {
        try {
            READY = MethodHandles.lookup().findVarHandle(Threads.class, "ready", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private boolean ready;
    private int value;
    private volatile boolean stop;

    @Explore
    @Expect("passed")
    public void releaseAndAcquire(Run run) throws Exception {
        run.go(
                "writer",
                () -> {
                    value = 1;
                    READY.setRelease(this, true);
                });
        run.go(
                "reader",
                () -> {
                    if ((boolean) READY.getAcquire(this)) run.checkEquals(1, value, "value");
                });
    }

    @Explore
    @Expect("race")
    public void opaqueOrdersNothing(Run run) throws Exception {
        run.go(
                "writer",
                () -> {
                    value = 1;
                    READY.setOpaque(this, true);
                });
        run.go(
                "reader",
                () -> {
                    if ((boolean) READY.getOpaque(this)) run.checkEquals(1, value, "value");
                });
    }

    @Explore
    @Expect("passed")
    public void startAndJoinOrder(Run run) throws Exception {
        value = 1;
        var thread = new Thread(() -> value++);
        thread.start();
        thread.join();
        run.checkEquals(2, value, "value");
    }

    /** Overrides run, as beginners do. */
    static final class Worker extends Thread {
        int result;

        @Override
        public void run() {
            result = Thread.currentThread() == this ? 1 : 2;
        }
    }

    @Explore
    @Expect("passed")
    public void subclassOfThread(Run run) throws Exception {
        var worker = new Worker();
        worker.start();
        worker.join();
        run.checkEquals(1, worker.result, "result");
        run.check(!worker.isAlive(), "alive after join");
    }

    /** Begins its work when it is made, as services do. */
    static final class Service {
        private final Thread worker;
        private int value;

        Service() {
            worker = new Thread(() -> value++, "service");
            worker.start();
        }

        int value() throws InterruptedException {
            worker.join();
            return value;
        }
    }

    /** Calls a constructor of Thread for itself, and makes another one. */
    static final class Helped extends Thread {
        private final Thread helper;
        private int value;

        Helped() {
            super("helped");
            helper = new Thread(() -> value++);
        }

        @Override
        public void run() {
            helper.start();
            try {
                helper.join();
            } catch (InterruptedException e) {
                value = -1;
            }
        }
    }

    @Explore
    @Expect("passed")
    public void madeInAConstructor(Run run) throws Exception {
        run.checkEquals(1, new Service().value(), "the value of the service");
        var helped = new Helped();
        helped.start();
        helped.join();
        run.checkEquals(1, helped.value, "the value of the one that is helped");
    }

    @Explore
    @Expect("passed")
    public void eachSetsItsElement(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 1));
        run.go("second", () -> list.set(1, 2));
        run.joinAll();
        run.checkEquals(List.of(1, 2), list, "the list");
    }

    @Explore
    @Expect("race")
    public void bothSetTheSameElement(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 1));
        run.go("second", () -> list.set(0, 1));
    }

    @Explore
    @Expect("race")
    public void oneSetsWhatTheOtherGoesThrough(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 0));
        run.go("second", () -> run.check(list.contains(0), "nothing there"));
    }

    @Explore
    @Expect("race")
    public void oneSetsAndTheOtherAdds(Run run) throws Exception {
        var list = new ArrayList<>(List.of(0, 0));
        run.go("first", () -> list.set(0, 1));
        run.go("second", () -> list.add(2));
    }

    @Explore
    @Expect("passed")
    public void platformBuilder(Run run) throws Exception {
        var thread = Thread.ofPlatform().daemon().name("built").start(() -> value++);
        thread.join();
        run.checkEquals(1, value, "value");
    }

    @Explore
    @Expect("timeout")
    public void endlessLoop(Run run) throws Exception {
        var i = 0;
        while (i >= 0) i = (i + 1) % 7;
    }

    @Explore
    @Expect("busy-wait")
    public void twoThreadsSpinForEachOther(Run run) throws Exception {
        for (var i = 0; i < 2; i++) {
            run.go(
                    "spinner " + i,
                    () -> {
                        while (!stop) Thread.onSpinWait();
                    });
        }
    }

    @Explore
    @Expect("race")
    public void rightOnVirtualThreadsOnly(Run run) throws Exception {
        for (var i = 0; i < 2; i++) {
            run.go("thread " + i, () -> add(Thread.currentThread().isVirtual()));
        }
    }

    @Explore
    @Expect("race")
    public void rightOnVirtualThreadsByTheirTextOnly(Run run) throws Exception {
        for (var i = 0; i < 2; i++) {
            run.go("thread " + i, () -> add(("" + Thread.currentThread()).startsWith("Virtual")));
        }
    }

    @Explore
    @Expect("race")
    public void rightOnDaemonThreadsOnly(Run run) throws Exception {
        for (var i = 0; i < 2; i++) {
            run.go("thread " + i, () -> add(Thread.currentThread().isDaemon()));
        }
    }

    @Explore
    @Expect("race")
    public void rightWithEqualHashCodesOnly(Run run) throws Exception {
        for (var i = 0; i < 2; i++) {
            run.go(
                    "thread " + i,
                    () ->
                            add(
                                    System.identityHashCode(new Object())
                                            == System.identityHashCode(new Object())));
        }
    }

    /** Which kind of thread the submission itself has made is no matter of chance. */
    @Explore
    @Expect("passed")
    public void ownThreadsAreWhatTheyAre(Run run) throws Exception {
        var kinds = new boolean[2];
        var platform = new Thread(() -> kinds[0] = Thread.currentThread().isVirtual());
        var virtual = Thread.ofVirtual().unstarted(() -> kinds[1] = !platform.isVirtual());
        platform.start();
        virtual.start();
        platform.join();
        virtual.join();
        run.check(!kinds[0] && kinds[1] && virtual.isVirtual(), "the kinds are as they were made");
    }

    @Explore
    @Expect("passed")
    public void aLoopTakesTime(Run run) throws Exception {
        var before = System.nanoTime();
        var sum = 0.0;
        for (var i = 0; i < 2_000; i++) {
            sum += Math.sqrt(i);
        }
        var nanos = System.nanoTime() - before;
        run.check(nanos > 1_000 && sum > 0, "2,000 rounds took " + nanos + " ns");
    }

    private void add(boolean locked) {
        if (locked) {
            synchronized (this) {
                value++;
            }
        } else {
            value++;
        }
    }

    @Explore
    @Expect("livelock")
    public void politeThreads(Run run) throws Exception {
        var turns = new boolean[2];
        for (var i = 0; i < 2; i++) {
            var me = i;
            run.go(
                    "polite " + i,
                    () -> {
                        while (true) {
                            synchronized (turns) {
                                turns[me] = true;
                            }
                            Thread.yield();
                            boolean free;
                            synchronized (turns) {
                                free = !turns[1 - me];
                            }
                            if (free) return;
                            Thread.yield();
                            synchronized (turns) {
                                turns[me] = false;
                            }
                            Thread.yield();
                        }
                    });
        }
    }

    @Explore
    @Expect("memory")
    public void eatsTheHeap(Run run) throws Exception {
        var all = new ArrayList<byte[]>();
        while (true) all.add(new byte[1 << 20]);
    }

    @Explore
    @Expect("exception")
    public void throwsInAThread(Run run) throws Exception {
        run.go("thrower", () -> Integer.parseInt("no number"));
    }

    @Explore
    @Expect("leak")
    public void leavesAThread(Run run) throws Exception {
        Thread.startVirtualThread(LockSupport::park);
    }

    @Explore
    @Expect("lost-wakeup")
    public void parksBeforeNobody(Run run) throws Exception {
        run.go("parker", () -> LockSupport.park());
    }

    @Explore
    @Expect("interrupt-ignored")
    public void scenarioNamesTheFault(Run run) throws Exception {
        run.fail(FaultKind.INTERRUPT_IGNORED, "as the scenario says");
    }

    @Explore
    @Expect("passed")
    public void sleepIsNotSynchronizationButCostsNothing(Run run) throws Exception {
        Thread.sleep(3_600_000);
        run.check(run.elapsed().toHours() == 1, "slept " + run.elapsed());
        run.checkEquals(
                2026, java.time.LocalDate.now(run.clock()).getYear(), "the year of the clock");
    }

    @Explore
    @Expect("wrong-result")
    public void sleepUsedAsSynchronization(Run run) throws Exception {
        run.go(
                "slow",
                () -> {
                    synchronized (this) {
                        value = 1;
                    }
                });
        run.go(
                "hopeful",
                () -> {
                    Thread.sleep(100);
                    synchronized (this) {
                        run.checkEquals(1, value, "value after a nap");
                    }
                });
    }

    @Explore
    @Expect("passed")
    public void synchronizedListUnderItsOwnMonitor(Run run) throws Exception {
        var list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        run.go("adder", () -> list.add(3));
        run.go(
                "iterator",
                () -> {
                    synchronized (list) {
                        for (var number : list) run.check(number > 0, "number " + number);
                    }
                });
    }

    @Explore
    @Expect("race")
    public void plainListInTwoThreads(Run run) throws Exception {
        var list = new ArrayList<Integer>();
        for (var i = 0; i < 2; i++) run.go("adder " + i, () -> list.add(1));
    }

    /** Volatile fields that change through an updater. */
    static final class Updated {
        static final AtomicIntegerFieldUpdater<Updated> STATE =
                AtomicIntegerFieldUpdater.newUpdater(Updated.class, "state");
        volatile int state;
        int data;
    }

    @Explore
    @Expect("passed")
    public void fieldUpdaterOrders(Run run) throws Exception {
        var shared = new Updated();
        run.go(
                "writer",
                () -> {
                    shared.data = 1;
                    Updated.STATE.set(shared, 1);
                });
        run.go(
                "reader",
                () -> {
                    if (shared.state == 1) run.checkEquals(1, shared.data, "data");
                });
    }

    /**
     * Fails in some run, after everything that chance and identity could touch; its replay must be
     * the same.
     */
    @Explore
    @Expect("wrong-result")
    public void chanceIsReplayed(Run run) throws Exception {
        var objects = new HashSet<Object>();
        for (var i = 0; i < 20; i++) objects.add(new Object());
        var text = new StringBuilder();
        var numbers = new ArrayList<Object>(objects);
        text.append(numbers.hashCode()).append(Math.random()).append(new Random().nextInt());
        text.append(ThreadLocalRandom.current().nextInt())
                .append(System.nanoTime())
                .append(System.currentTimeMillis());
        text.append(Thread.currentThread().threadId()).append(java.util.UUID.randomUUID());
        run.go("one", () -> stop = true);
        run.check(!stop, "stopped, and saw " + text);
    }

    @Explore
    @Expect("wrong-result")
    public void runInsteadOfStart(Run run) throws Exception {
        var meeting = new Rendezvous(run, 2);
        for (var i = 0; i < 2; i++) {
            var thread =
                    new Thread(
                            () -> {
                                try {
                                    meeting.meet();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            thread.run();
        }
    }
}
