import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public class BoundedBuffer<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    private final Object[] items;
    private int head;
    private int count;

    public BoundedBuffer(int capacity) {
        items = new Object[capacity];
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        lock.lockInterruptibly();
        try {
            while (count == items.length) notFull.await();
            add(item);
        } finally {
            lock.unlock();
        }
    }

    public T take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == 0) notEmpty.await();
            return remove();
        } finally {
            lock.unlock();
        }
    }

    public boolean offer(T item) {
        Objects.requireNonNull(item);
        lock.lock();
        try {
            if (count == items.length) return false;
            add(item);
            return true;
        } finally {
            lock.unlock();
        }
    }

    public T poll(long timeout, TimeUnit unit) throws InterruptedException {
        var left = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (count == 0) {
                if (left <= 0) return null;
                left = notEmpty.awaitNanos(left);
            }
            return remove();
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        return count;
    }

    private void add(T item) {
        items[(head + count++) % items.length] = item;
        notEmpty.signal();
    }

    @SuppressWarnings("unchecked")
    private T remove() {
        var item = (T) items[head];
        items[head] = null;
        head = (head + 1) % items.length;
        count--;
        notFull.signal();
        return item;
    }
}
