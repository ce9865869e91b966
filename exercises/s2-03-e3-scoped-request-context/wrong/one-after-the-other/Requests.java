import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

public final class Requests {

    private final ThreadLocal<String> request = ThreadLocal.withInitial(() -> "-");
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
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.call());
        }
        return results;
    }
}
