import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        try (var scope = StructuredTaskScope.open()) {
            tasks.forEach(scope::fork);
            scope.join();
            return new Report(tasks.size(), List.of());
        } catch (FailedException e) {
            return new Report(tasks.size() - 1, List.of(e.getCause()));
        }
    }
}
