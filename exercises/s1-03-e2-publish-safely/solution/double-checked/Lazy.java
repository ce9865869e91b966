import java.util.function.Supplier;

public class Lazy<T> {

    private final Supplier<T> supplier;
    private volatile boolean made;
    private T value;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        if (!made) {
            synchronized (this) {
                if (!made) {
                    value = supplier.get();
                    made = true;
                }
            }
        }
        return value;
    }
}
