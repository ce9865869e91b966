import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var failures = new ArrayList<Throwable>();
            for (var future : executor.invokeAll(tasks)) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e);
                }
            }
            return new Report(tasks.size() - failures.size(), failures);
        }
    }
}
