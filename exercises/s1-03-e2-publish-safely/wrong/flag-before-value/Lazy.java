import java.util.function.Supplier;

public class Lazy<T> {

    private final Supplier<T> supplier;
    private volatile boolean made;
    private volatile T value;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (!made) {
            synchronized (this) {
                if (!made) {
                    made = true;
                    value = supplier.get();
                }
            }
        }
        return value;
    }
}
