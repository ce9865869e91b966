import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;

public final class Quorum<T> implements Joiner<T, List<T>> {

    private final int needed;
    private final AtomicInteger unforked;
    private final Semaphore places;
    private final Queue<T> results = new ConcurrentLinkedQueue<>();
    private final AtomicInteger spare;

    public Quorum(int needed, int asked) {
        this.needed = needed;
        this.unforked = new AtomicInteger(asked);
        this.places = new Semaphore(needed);
        this.spare = new AtomicInteger(asked - needed);
    }

    @Override
    public boolean onFork(Subtask<? extends T> subtask) {
        if (unforked.getAndDecrement() <= 0) {
            throw new IllegalStateException("more subtasks than were to be asked");
        }
        return false;
    }

    @Override
    public boolean onComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            return spare.decrementAndGet() < 0;
        }
        if (places.tryAcquire()) {
            results.add(subtask.get());
        }
        return results.size() == needed;
    }

    @Override
    public List<T> result() {
        if (results.size() < needed) {
            throw new IllegalStateException("only " + results.size() + " of " + needed);
        }
        return List.copyOf(results);
    }
}
