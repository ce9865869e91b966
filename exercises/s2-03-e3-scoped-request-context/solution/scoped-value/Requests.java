import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;

public final class Requests {

    private static final ScopedValue<String> REQUEST = ScopedValue.newInstance();

    private final Consumer<String> lines;

    public Requests(Consumer<String> lines) {
        this.lines = lines;
    }

    public <T> T handle(String id, Callable<T> work) throws Exception {
        return ScopedValue.where(REQUEST, id).call(work::call);
    }

    public void log(String message) {
        lines.accept("[" + REQUEST.orElse("-") + "] " + message);
    }

    public <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join();
            return subtasks.stream().map(subtask -> (T) subtask.get()).toList();
        }
    }
}
