import java.util.concurrent.locks.ReentrantLock;

public class Acceptor {

    private final ReentrantLock lock = new ReentrantLock(true);

    public Acceptor(int limit) {}

    public Thread accept(Runnable handler) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var thread = Thread.startVirtualThread(handler);
            thread.join();
            return thread;
        } finally {
            lock.unlock();
        }
    }
}
