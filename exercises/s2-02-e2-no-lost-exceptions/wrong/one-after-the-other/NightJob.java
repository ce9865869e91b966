import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        var failures = new ArrayList<Throwable>();
        for (var task : tasks) {
            try {
                task.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                failures.add(e);
            }
        }
        return new Report(tasks.size() - failures.size(), failures);
    }
}
