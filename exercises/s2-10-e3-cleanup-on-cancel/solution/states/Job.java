import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;

public final class Job<T> {

    public interface Work<R, T> {
        T with(R resource) throws Exception;
    }

    private enum State {
        WORKING,
        CANCELLED,
        ENDED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private State state = State.WORKING;
    private T result;
    private Throwable failure;

    private Thread thread;

    private Job() {}

    public static <R extends AutoCloseable, T> Job<T> start(Callable<R> open, Work<R, T> work) {
        var job = new Job<T>();
        job.thread = Thread.ofVirtual().unstarted(() -> job.run(open, work));
        job.thread.start();
        return job;
    }

    private <R extends AutoCloseable> void run(Callable<R> open, Work<R, T> work) {
        try {
            R resource = open.call();
            try {
                result = work.with(resource);
            } catch (Throwable e) {
                failure = e;
            }
            leave();
            close(resource);
        } catch (Throwable e) {
            failure = e;
            leave();
        } finally {
            closed.countDown();
        }
    }

    private void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Throwable e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }

    private void leave() {
        lock.lock();
        try {
            if (state == State.WORKING) {
                state = State.ENDED;
            }
            Thread.interrupted();
        } finally {
            lock.unlock();
        }
    }

    public T await() throws InterruptedException, ExecutionException {
        closed.await();
        lock.lock();
        try {
            if (state == State.CANCELLED) {
                throw new CancellationException();
            }
        } finally {
            lock.unlock();
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return result;
    }

    public void cancel() throws InterruptedException {
        lock.lock();
        try {
            if (state == State.WORKING) {
                state = State.CANCELLED;
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
        closed.await();
    }
}
