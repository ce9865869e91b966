import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

public class Gate {

    private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean open;

    public void await() throws InterruptedException {
        waiting.add(Thread.currentThread());
        if (!open) {
            LockSupport.park(this);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    public void open() {
        open = true;
        waiting.forEach(LockSupport::unpark);
    }

    public boolean isOpen() {
        return open;
    }
}
