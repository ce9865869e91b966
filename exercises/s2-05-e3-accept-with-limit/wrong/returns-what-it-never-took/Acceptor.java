import java.util.concurrent.Semaphore;

public class Acceptor {

    private final Semaphore permits;

    public Acceptor(int limit) {
        permits = new Semaphore(limit);
    }

    public Thread accept(Runnable handler) throws InterruptedException {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            permits.release();
            throw e;
        }
        return Thread.startVirtualThread(
                () -> {
                    try {
                        handler.run();
                    } finally {
                        permits.release();
                    }
                });
    }
}
