package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** What a submission could know the explorer by: kinds of threads, hash codes, time and chance. */
public class Appearances {

    private int value;
    private volatile boolean stop;

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

    private void add(boolean locked) {
        if (locked) {
            synchronized (this) {
                value++;
            }
        } else {
            value++;
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
}
