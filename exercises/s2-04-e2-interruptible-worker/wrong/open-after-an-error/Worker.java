import java.util.List;

public final class Worker {

    public interface Printer extends AutoCloseable {

        void print(String item) throws InterruptedException;

        @Override
        void close() throws InterruptedException;
    }

    private Worker() {}

    public static int run(List<String> items, Printer printer) {
        int n = 0;
        boolean stopped = false;
        try {
            for (String item : items) {
                if (Thread.interrupted()) {
                    stopped = true;
                    break;
                }
                printer.print(item);
                n++;
            }
        } catch (InterruptedException e) {
            stopped = true;
        } catch (RuntimeException e) {
            close(printer);
            throw e;
        }
        stopped |= close(printer);
        if (stopped) Thread.currentThread().interrupt();
        return n;
    }

    private static boolean close(Printer p) {
        boolean before = Thread.interrupted();
        try {
            p.close();
        } catch (InterruptedException e) {
            return true;
        }
        return before;
    }
}
