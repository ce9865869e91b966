import java.util.ArrayList;
import java.util.List;

public class Watch<T> {

    public interface Watcher<T> {
        T next() throws InterruptedException;
    }

    private final List<T> values = new ArrayList<>();

    public Watch(T first) {
        values.add(first);
    }

    public synchronized T get() {
        return values.getLast();
    }

    public synchronized void set(T value) {
        values.add(value);
        notifyAll();
    }

    private synchronized T at(int index) throws InterruptedException {
        while (values.size() <= index) {
            wait();
        }
        return values.get(index);
    }

    public synchronized Watcher<T> watch() {
        int[] seen = {values.size()};
        return () -> {
            T value = at(seen[0]);
            seen[0]++;
            return value;
        };
    }
}
