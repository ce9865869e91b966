import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A spin-free buffer of its own: a monitor for the state, and parked threads that anybody who changes it wakes. */
public class BoundedBuffer<T> {
    private final Deque<T> items = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Thread> waiting = new ConcurrentLinkedQueue<>();
    private final int capacity;

    public BoundedBuffer(int capacity) {
        this.capacity = capacity;
    }

    public void put(T item) throws InterruptedException {
        Objects.requireNonNull(item);
        await(() -> add(item) ? Boolean.TRUE : null, Long.MAX_VALUE);
    }

    public T take() throws InterruptedException {
        return await(this::remove, Long.MAX_VALUE);
    }

    public boolean offer(T item) {
        Objects.requireNonNull(item);
        return add(item);
    }

    public T poll(long timeout, TimeUnit unit) throws InterruptedException {
        return await(this::remove, unit.toNanos(timeout));
    }

    public int size() {
        synchronized (items) {
            return items.size();
        }
    }

    private <R> R await(Supplier<R> attempt, long nanos) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        var start = System.nanoTime();
        var self = Thread.currentThread();
        waiting.add(self);
        try {
            while (true) {
                var result = attempt.get();
                if (result != null) return result;
                var left = nanos == Long.MAX_VALUE ? Long.MAX_VALUE : nanos - (System.nanoTime() - start);
                if (left <= 0) return null;
                if (left == Long.MAX_VALUE) LockSupport.park(this);
                else LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) throw new InterruptedException();
            }
        } finally {
            waiting.remove(self);
        }
    }

    private boolean add(T item) {
        synchronized (items) {
            if (items.size() == capacity) return false;
            items.add(item);
        }
        waiting.forEach(LockSupport::unpark);
        return true;
    }

    private T remove() {
        T item;
        synchronized (items) {
            item = items.poll();
        }
        if (item != null) waiting.forEach(LockSupport::unpark);
        return item;
    }
}
