import java.util.concurrent.atomic.AtomicInteger;

public class Barrier {
    private final int parties;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile int generation;

    public Barrier(int parties) {
        this.parties = parties;
    }

    public void await() throws InterruptedException {
        var mine = generation;
        if (arrived.incrementAndGet() == parties) {
            arrived.set(0);
            generation = mine + 1;
            return;
        }
        while (generation == mine) {
            if (Thread.interrupted()) {
                arrived.decrementAndGet();
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
    }
}
