import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

public class Barrier {
    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);

    public Barrier(int parties) {
        this.parties = parties;
    }

    public void await() throws InterruptedException {
        if (arrived.incrementAndGet() == parties) {
            arrived.set(0);
            gate.release(parties);
        }
        try {
            gate.acquire();
        } catch (InterruptedException e) {
            arrived.decrementAndGet();
            throw e;
        }
    }
}
