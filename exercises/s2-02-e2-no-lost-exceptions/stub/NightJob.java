import java.util.List;
import java.util.concurrent.Callable;

/** Runs many tasks, and tells what became of them. */
public final class NightJob {

    /** What became of the tasks. */
    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    /** Runs all tasks at the same time, and waits for all. */
    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {
        return null;
    }
}
