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
        for (var item : items) {
            try {
                printer.print(item);
                printed++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
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
