import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Gets what a page needs from three servers. */
public final class FetchPage {

    /** What is shown. */
    public record Page(String user, String orders, String offers) {}

    private FetchPage() {}

    /** Makes the three calls at the same time, and a page of what they return. */
    public static Page fetch(
            Callable<String> user, Callable<String> orders, Callable<String> offers)
            throws InterruptedException, ExecutionException {
        return null;
    }
}
