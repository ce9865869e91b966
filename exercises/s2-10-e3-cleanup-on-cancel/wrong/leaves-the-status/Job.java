import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

public final class Job<T> {

    public interface Work<R, T> {
        T with(R resource) throws Exception;
    }

    private Thread thread;
    private boolean workEnded;
    private boolean cancelled;
    private T result;
    private Throwable failure;

    private Job() {}

    public static <R extends AutoCloseable, T> Job<T> start(Callable<R> open, Work<R, T> work) {
        var job = new Job<T>();
        job.thread = Thread.ofVirtual().unstarted(() -> job.run(open, work));
        job.thread.start();
        return job;
    }

    private <R extends AutoCloseable> void run(Callable<R> open, Work<R, T> work) {
        try (R resource = open.call()) {
            try {
                result = work.with(resource);
            } finally {
                endWork();
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** From here on nobody interrupts. */
    private synchronized void endWork() {
        workEnded = true;
    }

    public T await() throws InterruptedException, ExecutionException {
        thread.join();
        if (isCancelled()) {
            throw new CancellationException();
        }
        if (failure != null) {
            throw new ExecutionException(failure);
        }
        return result;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    public void cancel() throws InterruptedException {
        interrupt();
        thread.join();
    }

    private synchronized void interrupt() {
        if (!workEnded && thread.isAlive()) {
            cancelled = true;
            thread.interrupt();
        }
    }
}
