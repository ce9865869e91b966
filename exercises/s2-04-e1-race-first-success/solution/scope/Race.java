import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    public static <T> T first(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        var winner = new AtomicReference<Subtask<? extends T>>();
        Joiner<T, ?> firstSuccess =
                Joiner.allUntil(
                        subtask ->
                                subtask.state() == Subtask.State.SUCCESS
                                        && winner.compareAndSet(null, subtask));
        try (var scope = StructuredTaskScope.open(firstSuccess)) {
            List<Subtask<T>> subtasks = tasks.stream().map(scope::fork).toList();
            scope.join();
            if (winner.get() != null) {
                return winner.get().get();
            }
            Throwable first = subtasks.getFirst().exception();
            subtasks.stream()
                    .map(Subtask::exception)
                    .filter(other -> other != first)
                    .forEach(first::addSuppressed);
            throw new ExecutionException(first);
        }
    }
}
