import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

public class Oneshot<T> {
    private record Outcome<T>(T value, boolean closed) {}

    private final AtomicReference<Outcome<T>> outcome = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);

    public boolean send(T value) {
        return settle(new Outcome<>(value, false));
    }

    public boolean close() {
        return settle(new Outcome<>(null, true));
    }

    private boolean settle(Outcome<T> settled) {
        if (outcome.get() != null) return false;
        outcome.set(settled);
        done.countDown();
        return true;
    }

    public T receive() throws InterruptedException {
        done.await();
        var settled = outcome.get();
        if (settled.closed()) throw new IllegalStateException("closed");
        return settled.value();
    }
}
