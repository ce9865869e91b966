import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

public final class Offload implements AutoCloseable {

    private final ExecutorService pool;
    private final Semaphore room;

    public Offload(int threads, int queued) {
        pool = Executors.newFixedThreadPool(threads);
        room = new Semaphore(threads + queued);
    }

    public <T> T run(Callable<T> work) throws InterruptedException, ExecutionException {
        if (!room.tryAcquire()) {
            throw new RejectedExecutionException("no room");
        }
        try {
            var future = pool.submit(work);
            try {
                return future.get();
            } catch (InterruptedException e) {
                future.cancel(true);
                throw e;
            }
        } finally {
            room.release();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
