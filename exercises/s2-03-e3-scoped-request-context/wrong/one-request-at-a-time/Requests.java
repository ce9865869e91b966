import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

public final class Requests {
    private final ScopedValue<String> current = ScopedValue.newInstance();
    private final Lock door = new ReentrantLock();
    private final Consumer<String> lines;

    public Requests(Consumer<String> lines) {
        this.lines = lines;
    }

    public <T> T handle(String id, Callable<T> work) throws Exception {
        door.lock();
        try {
            return ScopedValue.where(current, id).call(work::call);
        } finally {
            door.unlock();
        }
    }

    public void log(String message) {
        lines.accept("[" + current.orElse("-") + "] " + message);
    }

    public <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join();
            return subtasks.stream().map(Subtask::get).collect(Collectors.toList());
        }
    }
}
