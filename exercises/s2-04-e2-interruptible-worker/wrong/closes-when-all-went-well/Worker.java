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
        try {
            for (var item : items) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                printer.print(item);
                printed++;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        interrupted |= Thread.interrupted();
        try {
            printer.close();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return printed;
    }
}
