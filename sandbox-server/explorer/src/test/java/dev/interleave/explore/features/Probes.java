package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.CallLog;
import dev.interleave.explore.probe.InFlight;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Linearizability;
import dev.interleave.explore.probe.Rendezvous;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** What scenarios ask beside plain Java. */
public class Probes {

    @Explore
    @Expect("passed")
    public void rendezvousOfParallelTasks(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 3; i++) {
                executor.submit(
                        () -> {
                            meeting.meet();
                            return null;
                        });
            }
        }
        run.checkEquals(3, meeting.present(), "tasks that met");
    }

    @Explore
    @Expect("wrong-result")
    public void rendezvousOfTooFew(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < 3; i++) {
                executor.submit(
                        () -> {
                            meeting.meet();
                            return null;
                        });
            }
        }
    }

    @Explore
    @Expect("passed")
    public void atMostTwoInside(Run run) throws Exception {
        var limit = new Semaphore(2);
        var gauge = new InFlight();
        var log = new CallLog();
        for (var i = 0; i < 3; i++) {
            var name = "worker " + i;
            run.go(
                    name,
                    () -> {
                        limit.acquire();
                        try (var _ = gauge.enter()) {
                            log.add(name);
                            Thread.yield();
                        } finally {
                            limit.release();
                        }
                    });
        }
        run.joinAll();
        run.check(gauge.most() <= 2, gauge.most() + " were inside at once");
        run.checkEquals(3, log.calls().size(), "calls");
        run.checkEquals(1, log.count("worker 1"), "calls of worker 1");
    }

    @Explore
    @Expect("passed")
    public void interruptIsNoticed(Run run) throws Exception {
        var lock = new Semaphore(0);
        new InterruptWitness(run, "waiter", lock::acquire).interrupt();
    }

    @Explore
    @Expect("interrupt-ignored")
    public void interruptIsIgnored(Run run) throws Exception {
        var lock = new Semaphore(0);
        new InterruptWitness(run, "waiter", lock::acquireUninterruptibly).interrupt();
    }

    @Explore
    @Expect("interrupt-ignored")
    public void interruptIsSwallowed(Run run) throws Exception {
        var lock = new Semaphore(0);
        new InterruptWitness(
                        run,
                        "waiter",
                        () -> {
                            try {
                                lock.acquire();
                            } catch (InterruptedException e) {
                                return;
                            }
                        })
                .interrupt();
    }

    @Explore
    @Expect("passed")
    public void interruptIsThrown(Run run) throws Exception {
        var lock = new Semaphore(0);
        new InterruptWitness(run, "waiter", lock::acquire).interruptToThrow();
    }

    @Explore
    @Expect("interrupt-ignored")
    public void interruptIsNoticedAndNotThrown(Run run) throws Exception {
        var lock = new Semaphore(0);
        new InterruptWitness(
                        run,
                        "waiter",
                        () -> {
                            try {
                                lock.acquire();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        })
                .interruptToThrow();
    }

    /** Takes without looking again: two takers can get the same item. */
    private static final class Stack {
        private volatile Deque<Integer> items = new ArrayDeque<>();

        synchronized void push(int item) {
            var copy = new ArrayDeque<>(items);
            copy.push(item);
            items = copy;
        }

        Integer pop() {
            var copy = new ArrayDeque<>(items);
            var item = copy.poll();
            items = copy;
            return item;
        }

        synchronized Integer lockedPop() {
            return pop();
        }
    }

    private void popTwice(Run run, boolean locked) throws Exception {
        var stack = new Stack();
        stack.push(1);
        stack.push(2);
        var history = new Linearizability<>(run, () -> new ArrayDeque<>(java.util.List.of(2, 1)));
        for (var i = 0; i < 2; i++) {
            run.go(
                    "popper " + i,
                    () ->
                            history.call(
                                    "pop()",
                                    locked ? stack::lockedPop : stack::pop,
                                    model -> Optional.ofNullable(model.poll())));
        }
        run.joinAll();
        history.check();
    }

    @Explore
    @Expect("passed")
    public void linearizable(Run run) throws Exception {
        popTwice(run, true);
    }

    @Explore
    @Expect("wrong-result")
    public void notLinearizable(Run run) throws Exception {
        popTwice(run, false);
    }

    @Explore
    @Expect("wrong-result")
    public void everyChoiceIsTried(Run run) throws Exception {
        run.check(run.choose(5) + 5 * run.choose(5) != 17, "both choices were made");
    }
}
