import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

public final class RunAll {

    private RunAll() {}

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        var futures = tasks.stream().map(FutureTask::new).toList();
        var threads = new ArrayList<Thread>();
        for (var future : futures) {
            threads.add(Thread.ofPlatform().name("w-" + threads.size()).start(future));
        }
        for (var thread : threads) {
            thread.join();
        }
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
