import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

public class Oneshot<T> {

    private record Slot<T>(T value, boolean open) {}

    private final AtomicReference<Slot<T>> slot = new AtomicReference<>();
    private final CountDownLatch settled = new CountDownLatch(1);

    public boolean send(T value) {
        return settle(new Slot<>(value, true));
    }

    public T receive() throws InterruptedException {
        settled.await();
        Slot<T> found = slot.get();
        if (!found.open()) {
            throw new IllegalStateException("closed");
        }
        return found.value();
    }

    public void close() {
        settle(new Slot<>(null, false));
    }

    private boolean settle(Slot<T> outcome) {
        boolean first = slot.compareAndSet(null, outcome);
        settled.countDown();
        return first;
    }
}
