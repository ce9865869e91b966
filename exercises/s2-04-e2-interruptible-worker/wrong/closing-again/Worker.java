import java.util.List;

public final class Worker {

    public interface Printer extends AutoCloseable {

        void print(String item) throws InterruptedException;

        @Override
        void close() throws InterruptedException;
    }

    private Worker() {}

    public static int run(List<String> items, Printer printer) {
        boolean interrupted = false;
        int printed = 0;
        try {
            while (!interrupted && printed < items.size()) {
                interrupted = Thread.interrupted();
                if (!interrupted) {
                    printer.print(items.get(printed));
                    printed++;
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            interrupted |= Thread.interrupted();
            try {
                printer.close();
            } catch (InterruptedException e) {
                interrupted = true;
                closeAgain(printer);
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return printed;
    }

    private static void closeAgain(Printer printer) {
        try {
            printer.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
