import java.util.concurrent.locks.ReentrantLock;

class SafeCounter {

    private final ReentrantLock lock = new ReentrantLock();
    private long count;

    void inc() {
        lock.lock();
        try {
            count++;
        } finally {
            lock.unlock();
        }
    }

    long get() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }
}
