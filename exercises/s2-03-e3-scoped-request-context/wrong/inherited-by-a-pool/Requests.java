import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public final class Requests {

    private final InheritableThreadLocal<String> request =
            new InheritableThreadLocal<>() {
                @Override
                protected String initialValue() {
                    return "-";
                }
            };
    private final ExecutorService executor =
            new ThreadPoolExecutor(
                    0, 100, 500, TimeUnit.MILLISECONDS, new SynchronousQueue<>());
    private final Consumer<String> lines;

    public Requests(Consumer<String> lines) {
        this.lines = lines;
    }

    public <T> T handle(String id, Callable<T> work) throws Exception {
        String before = request.get();
        request.set(id);
        try {
            return work.call();
        } finally {
            request.set(before);
        }
    }

    public void log(String message) {
        lines.accept("[" + request.get() + "] " + message);
    }

    public <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        var futures = new ArrayList<Future<T>>();
        for (var task : tasks) {
            futures.add(executor.submit(task));
        }
        var results = new ArrayList<T>();
        for (var future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
