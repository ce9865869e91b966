import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll())) {
            List<Subtask<String>> subtasks = tasks.stream().map(scope::fork).toList();
            scope.join();
            List<Throwable> failures =
                    subtasks.stream()
                            .filter(subtask -> subtask.state() == Subtask.State.FAILED)
                            .map(Subtask::exception)
                            .toList();
            return new Report(tasks.size() - failures.size(), failures);
        }
    }
}
