import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

public final class Offload implements AutoCloseable {

    private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room;
    private final Semaphore turns;

    public Offload(int threads, int queued) {
        room = new Semaphore(threads + queued);
        turns = new Semaphore(threads);
    }

    public <T> T run(Callable<T> work) throws InterruptedException, ExecutionException {
        if (!room.tryAcquire()) {
            throw new RejectedExecutionException("no room");
        }
        try {
            var future = pool.submit(() -> inTurn(work));
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

    private <T> T inTurn(Callable<T> work) throws Exception {
        turns.acquire();
        try {
            return work.call();
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
