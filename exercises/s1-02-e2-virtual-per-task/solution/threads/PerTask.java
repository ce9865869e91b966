import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class PerTask {

    private PerTask() {}

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        var futures = tasks.stream().map(FutureTask::new).toList();
        var threads = futures.stream().map(Thread::startVirtualThread).toList();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
