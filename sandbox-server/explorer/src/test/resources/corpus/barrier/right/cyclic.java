import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

public class Barrier {
    private final CyclicBarrier barrier;

    public Barrier(int parties) {
        barrier = new CyclicBarrier(parties);
    }

    public void await() throws InterruptedException {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
