import java.util.concurrent.Semaphore;

public class Acceptor {

    private final Semaphore permits;

    public Acceptor(int limit) {
        permits = new Semaphore(limit);
    }

    public Thread accept(Runnable handler) throws InterruptedException {
        permits.acquire();
        return Thread.startVirtualThread(
                () -> {
                    handler.run();
                    permits.release();
                });
    }
}
