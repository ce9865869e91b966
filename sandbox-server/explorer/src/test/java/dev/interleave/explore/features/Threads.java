package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import dev.interleave.explore.result.FaultKind;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/** How threads are made, what they do and how they end. */
public class Threads {

    private int value;
    private volatile boolean stop;

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
