import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class AllOrErrors {

    private AllOrErrors() {}

    public static <T> List<T> run(List<Callable<T>> tasks)
            throws ExecutionException, InterruptedException {
        var forked = new ArrayList<Subtask<T>>();
        try (var scope = StructuredTaskScope.open()) {
            for (var task : tasks) {
                forked.add(scope.fork(task));
            }
            scope.join();
            return forked.stream().map(Subtask::get).toList();
        } catch (FailedException e) {
            var all = new ExecutionException(e.getCause());
            for (var task : forked) {
                if (task.state() == Subtask.State.FAILED && task.exception() != e.getCause()) {
                    all.addSuppressed(task.exception());
                }
            }
            throw all;
        }
    }
}
