import java.util.function.Supplier;

/** A value that is made when it is first needed, by a supplier that is asked once. */
public class Lazy<T> {

    public Lazy(Supplier<T> supplier) {
        // TODO
    }

    /** The value. Throws what the supplier throws. */
    public T get() {
        throw new UnsupportedOperationException("TODO");
    }
}
