import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(4)) {
            var fs = pool.invokeAll(tasks);
            return new Report(
                    (int) fs.stream().filter(f -> f.state() == Future.State.SUCCESS).count(),
                    fs.stream()
                            .filter(f -> f.state() == Future.State.FAILED)
                            .map(Future::exceptionNow)
                            .toList());
        }
    }
}
