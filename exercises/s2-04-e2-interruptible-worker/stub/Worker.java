import java.util.List;

/** Prints items until it is interrupted. */
public final class Worker {

    /** Prints; belongs to the worker, which has to close it. */
    public interface Printer extends AutoCloseable {

        void print(String item) throws InterruptedException;

        @Override
        void close() throws InterruptedException;
    }

    private Worker() {}

    /** Prints all items, and says how many were printed. */
    public static int run(List<String> items, Printer printer) {
        return -1;
    }
}
