import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs work with a time limit. */
public final class TimeLimit {

    /** How work ended. */
    public sealed interface Outcome<T> {

        /** It was done in time. */
        record Done<T>(T result) implements Outcome<T> {}

        /** It threw in time. */
        record Failed<T>(Throwable failure) implements Outcome<T> {}

        /** It took too long. */
        record TimedOut<T>() implements Outcome<T> {}
    }

    private TimeLimit() {}

    /** Runs the work, and stops it when it takes longer than the limit. */
    public static <T> Outcome<T> run(Duration limit, Callable<T> work)
            throws InterruptedException {
        return null;
    }
}
