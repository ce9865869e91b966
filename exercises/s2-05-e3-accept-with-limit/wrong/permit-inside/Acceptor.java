import java.util.concurrent.Semaphore;

public class Acceptor {

    private final Semaphore permits;

    public Acceptor(int limit) {
        permits = new Semaphore(limit);
    }

    public Thread accept(Runnable handler) throws InterruptedException {
        return Thread.startVirtualThread(
                () -> {
                    permits.acquireUninterruptibly();
                    try {
                        handler.run();
                    } finally {
                        permits.release();
                    }
                });
    }
}
