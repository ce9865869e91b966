import java.util.List;

public final class Worker {

    public interface Printer extends AutoCloseable {

        void print(String item) throws InterruptedException;

        @Override
        void close() throws InterruptedException;
    }

    private Worker() {}

    public static int run(List<String> items, Printer printer) {
        int printed = 0;
        boolean interrupted = false;
        try (printer) {
            try {
                while (printed < items.size() && !Thread.currentThread().isInterrupted()) {
                    printer.print(items.get(printed));
                    printed++;
                }
            } finally {
                interrupted = Thread.interrupted();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return printed;
    }
}
