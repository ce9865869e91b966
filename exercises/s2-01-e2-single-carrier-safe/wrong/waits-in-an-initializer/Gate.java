import java.util.concurrent.CountDownLatch;

public class Gate {

    /** Prepared by whoever waits first. */
    private static final class Helper {
        static final Helper INSTANCE = new Helper();

        private Helper() {
            var ready = new CountDownLatch(1);
            Thread.startVirtualThread(ready::countDown);
            try {
                ready.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void await(CountDownLatch latch) throws InterruptedException {
            latch.await();
        }
    }

    private final CountDownLatch latch = new CountDownLatch(1);

    public void await() throws InterruptedException {
        Helper.INSTANCE.await(latch);
    }

    public void open() {
        latch.countDown();
    }

    public boolean isOpen() {
        return latch.getCount() == 0;
    }
}
