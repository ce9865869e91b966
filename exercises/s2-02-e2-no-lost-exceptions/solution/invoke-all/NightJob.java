import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Throwable> failures =
                    executor.invokeAll(tasks).stream()
                            .filter(future -> future.state() == Future.State.FAILED)
                            .map(Future::exceptionNow)
                            .toList();
            return new Report(tasks.size() - failures.size(), failures);
        }
    }
}
