import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A map that is read often and changed rarely, by many threads. */
public class Cache<K, V> {

    /** Asks the map something. Questions do not change it. */
    public <R> R read(Function<Map<K, V>, R> question) {
        return null;
    }

    /** Changes the map. */
    public void change(Consumer<Map<K, V>> change) {
        // TODO
    }

    /** The value of a key; loads and keeps it if there is none. Values are never null. */
    public V get(K key, Function<K, V> load) {
        return null;
    }
}
