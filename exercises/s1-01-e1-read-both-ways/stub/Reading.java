import java.util.List;
import java.util.concurrent.Callable;

/** Reads several sources. */
public final class Reading {

    /** What became of a source. */
    public sealed interface Slot {

        record Text(String text) implements Slot {}

        record Failure(Throwable cause) implements Slot {}
    }

    private Reading() {}

    /** Reads one after the other. */
    public static List<Slot> readSync(List<Callable<String>> sources)
            throws InterruptedException {
        return null;
    }

    /** Reads all at the same time. */
    public static List<Slot> readAsync(List<Callable<String>> sources)
            throws InterruptedException {
        return null;
    }
}
