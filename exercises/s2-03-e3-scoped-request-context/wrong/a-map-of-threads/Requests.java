import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

public final class Requests {

    private final Map<Long, String> requests = new HashMap<>();
    private final Consumer<String> lines;

    public Requests(Consumer<String> lines) {
        this.lines = lines;
    }

    public <T> T handle(String id, Callable<T> work) throws Exception {
        long thread = Thread.currentThread().threadId();
        String before = requests.getOrDefault(thread, "-");
        requests.put(thread, id);
        try {
            return work.call();
        } finally {
            requests.put(thread, before);
        }
    }

    public void log(String message) {
        lines.accept("[" + requests.getOrDefault(Thread.currentThread().threadId(), "-") + "] " + message);
    }

    public <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        String id = requests.getOrDefault(Thread.currentThread().threadId(), "-");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var task : tasks) {
                futures.add(executor.submit(() -> handle(id, task)));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
