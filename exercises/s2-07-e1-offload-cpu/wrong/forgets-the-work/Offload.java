import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class Offload implements AutoCloseable {

    private final ExecutorService pool;

    public Offload(int threads, int queued) {
        pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(queued));
    }

    public <T> T run(Callable<T> work) throws InterruptedException, ExecutionException {
        return pool.submit(work).get();
    }

    @Override
    public void close() {
        pool.close();
    }
}
