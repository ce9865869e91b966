package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks and monitors. */
public class Locks {

    private int value;
    private volatile int flag;

    @Explore
    @Expect("race")
    public void unlockedCounter(Run run) throws Exception {
        for (var i = 0; i < 2; i++) run.go("adder " + i, () -> value++);
    }

    @Explore(races = false)
    @Expect("wrong-result")
    public void lostUpdateWithoutRaceCheck(Run run) throws Exception {
        for (var i = 0; i < 2; i++) run.go("adder " + i, () -> value++);
        run.joinAll();
        run.checkEquals(2, value, "sum");
    }

    @Explore
    @Expect("wrong-result")
    public void lostUpdateOfVolatile(Run run) throws Exception {
        for (var i = 0; i < 2; i++) run.go("adder " + i, () -> flag = flag + 1);
        run.joinAll();
        run.checkEquals(2, flag, "sum");
    }

    @Explore
    @Expect("passed")
    public void synchronizedCounter(Run run) throws Exception {
        for (var i = 0; i < 3; i++) run.go("adder " + i, this::add);
        run.joinAll();
        run.checkEquals(3, value, "sum");
    }

    private synchronized void add() {
        value++;
    }

    @Explore
    @Expect("passed")
    public void volatileHandsOver(Run run) throws Exception {
        run.go(
                "writer",
                () -> {
                    value = 5;
                    flag = 1;
                });
        run.go(
                "reader",
                () -> {
                    if (flag == 1) run.checkEquals(5, value, "value");
                });
    }

    @Explore
    @Expect("deadlock")
    public void monitorsInOppositeOrder(Run run) throws Exception {
        var left = new Object();
        var right = new Object();
        run.go("left first", () -> both(left, right));
        run.go("right first", () -> both(right, left));
    }

    private void both(Object first, Object second) {
        synchronized (first) {
            synchronized (second) {
                value++;
            }
        }
    }

    @Explore
    @Expect("deadlock")
    public void upgradeOfReadLock(Run run) throws Exception {
        var lock = new ReentrantReadWriteLock();
        run.go(
                "upgrader",
                () -> {
                    lock.readLock().lock();
                    lock.writeLock().lock();
                });
    }

    @Explore
    @Expect("deadlock")
    public void philosophersWithSemaphores(Run run) throws Exception {
        var forks = new Semaphore[] {new Semaphore(1), new Semaphore(1), new Semaphore(1)};
        for (var i = 0; i < 3; i++) {
            var left = forks[i];
            var right = forks[(i + 1) % 3];
            run.go(
                    "philosopher " + i,
                    () -> {
                        left.acquire();
                        right.acquire();
                        right.release();
                        left.release();
                    });
        }
    }

    @Explore
    @Expect("leak")
    public void aReadLockThatIsKept(Run run) throws Exception {
        var lock = new ReentrantReadWriteLock();
        run.go("reader", () -> lock.readLock().lock());
    }

    @Explore
    @Expect("leak")
    public void aPermitThatIsKept(Run run) throws Exception {
        var permits = new Semaphore(1);
        run.go("keeper", permits::acquire);
        run.joinAll();
        run.go("waiter", permits::acquire);
    }

    /** A class of the submission that inherits all it can do. */
    private static final class Permits extends Semaphore {
        private static final long serialVersionUID = 1;

        Permits(int number) {
            super(number, true);
        }
    }

    @Explore
    @Expect("passed")
    public void aSubclassOfSemaphore(Run run) throws Exception {
        var permits = new Permits(1);
        for (var i = 0; i < 2; i++) {
            run.go(
                    "thread " + i,
                    () -> {
                        permits.acquire();
                        value++;
                        permits.release();
                    });
        }
    }

    /** A signal that nobody gives: no permit was ever taken. */
    @Explore
    @Expect("deadlock")
    public void aPermitThatNobodyReleases(Run run) throws Exception {
        var signal = new Semaphore(0);
        run.go("waiter", signal::acquire);
    }

    /** The one with the permit cannot go on, and so it has not kept it for good. */
    @Explore
    @Expect("deadlock")
    public void waitsForASignalWithThePermit(Run run) throws Exception {
        var permit = new Semaphore(1);
        var signal = new Semaphore(0);
        run.go(
                "first",
                () -> {
                    permit.acquire();
                    signal.acquire();
                    permit.release();
                });
        run.settle();
        run.go(
                "second",
                () -> {
                    permit.acquire();
                    signal.release();
                    permit.release();
                });
    }

    @Explore
    @Expect("passed")
    public void readersAndWriters(Run run) throws Exception {
        var lock = new ReentrantReadWriteLock();
        run.go(
                "writer",
                () -> {
                    lock.writeLock().lock();
                    try {
                        value++;
                        value++;
                    } finally {
                        lock.writeLock().unlock();
                    }
                });
        for (var i = 0; i < 2; i++) {
            run.go(
                    "reader " + i,
                    () -> {
                        lock.readLock().lock();
                        try {
                            run.check(value % 2 == 0, "half a write was seen");
                        } finally {
                            lock.readLock().unlock();
                        }
                    });
        }
    }

    @Explore
    @Expect("passed")
    public void optimisticRead(Run run) throws Exception {
        var lock = new StampedLock();
        run.go(
                "writer",
                () -> {
                    var stamp = lock.writeLock();
                    value++;
                    value++;
                    lock.unlockWrite(stamp);
                });
        run.go(
                "reader",
                () -> {
                    var stamp = lock.tryOptimisticRead();
                    var seen = value;
                    if (!lock.validate(stamp)) {
                        stamp = lock.readLock();
                        seen = value;
                        lock.unlockRead(stamp);
                    }
                    run.check(seen % 2 == 0, "half a write was used");
                });
    }

    @Explore
    @Expect("passed")
    public void timedTryLockGivesUp(Run run) throws Exception {
        var lock = new ReentrantLock();
        run.go(
                "holder",
                () -> {
                    lock.lock();
                    try {
                        run.sleep(java.time.Duration.ofSeconds(5));
                    } finally {
                        lock.unlock();
                    }
                });
        run.settle();
        run.check(!lock.tryLock(1, TimeUnit.SECONDS), "tryLock succeeded while the lock was held");
        run.check(run.elapsed().toMillis() < 2_000, "tryLock waited for " + run.elapsed());
    }

    @Explore
    @Expect("leak")
    public void lockLeftLocked(Run run) throws Exception {
        var lock = new ReentrantLock();
        run.go("forgetful", lock::lock);
    }
}
