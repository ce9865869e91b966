import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

public class Oneshot<T> {
    private static final int EMPTY = 0;
    private static final int BUSY = 1;
    private static final int SENT = 2;
    private static final int CLOSED = 3;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Oneshot.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int state;
    private T value;
    private final ConcurrentLinkedQueue<Thread> receivers = new ConcurrentLinkedQueue<>();

    public boolean send(T sent) {
        if (!STATE.compareAndSet(this, EMPTY, BUSY)) return false;
        value = sent;
        receivers.forEach(LockSupport::unpark);
        state = SENT;
        return true;
    }

    public boolean close() {
        if (!STATE.compareAndSet(this, EMPTY, CLOSED)) return false;
        receivers.forEach(LockSupport::unpark);
        return true;
    }

    public T receive() throws InterruptedException {
        receivers.add(Thread.currentThread());
        while (state < SENT) {
            LockSupport.park(this);
            if (Thread.interrupted()) throw new InterruptedException();
        }
        if (state == CLOSED) throw new IllegalStateException("closed");
        return value;
    }
}
