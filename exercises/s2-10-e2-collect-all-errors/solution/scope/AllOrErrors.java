import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class AllOrErrors {

    private AllOrErrors() {}

    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        var forked = new ArrayList<Subtask<T>>();
        try (var scope = StructuredTaskScope.open(Joiner.<T>awaitAll())) {
            for (var task : tasks) {
                forked.add(scope.fork(task));
            }
            scope.join();
        }
        var failures =
                forked.stream()
                        .filter(task -> task.state() == Subtask.State.FAILED)
                        .map(Subtask::exception)
                        .toList();
        if (failures.isEmpty()) {
            var results = new ArrayList<T>();
            forked.forEach(task -> results.add(task.get()));
            return results;
        }
        var all = new ExecutionException(failures.getFirst());
        failures.stream().skip(1).forEach(all::addSuppressed);
        throw all;
    }
}
