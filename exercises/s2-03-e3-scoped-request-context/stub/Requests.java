import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A log that knows whose request is being served. */
public final class Requests {

    /**
     * @param lines gets the lines of the log
     */
    public Requests(Consumer<String> lines) {}

    /** Runs work as part of a request. */
    public <T> T handle(String id, Callable<T> work) throws Exception {
        return null;
    }

    /** Writes a line for the request that is being served. */
    public void log(String message) {}

    /** Runs tasks at the same time, as part of the same request. */
    public <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        return null;
    }
}
