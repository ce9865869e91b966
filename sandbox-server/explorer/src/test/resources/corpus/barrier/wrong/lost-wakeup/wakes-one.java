import java.util.concurrent.locks.ReentrantLock;

public class Barrier {
    private static final class Generation {
        boolean over;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final java.util.concurrent.locks.Condition trip = lock.newCondition();
    private final int parties;
    private int missing;
    private Generation current = new Generation();

    public Barrier(int parties) {
        this.parties = parties;
        this.missing = parties;
    }

    public void await() throws InterruptedException {
        lock.lock();
        try {
            var mine = current;
            if (--missing == 0) {
                mine.over = true;
                missing = parties;
                current = new Generation();
                trip.signal();
            }
            while (!mine.over) {
                try {
                    trip.await();
                } catch (InterruptedException e) {
                    if (!mine.over) missing++;
                    throw e;
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
