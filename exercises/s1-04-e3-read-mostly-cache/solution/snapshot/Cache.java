import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

public class Cache<K, V> {

    private volatile Map<K, V> current = Map.of();

    public <R> R read(Function<Map<K, V>, R> question) {
        return question.apply(current);
    }

    public synchronized void change(Consumer<Map<K, V>> change) {
        Map<K, V> next = new HashMap<>(current);
        change.accept(next);
        current = next;
    }

    public V get(K key, Function<K, V> load) {
        V known = current.get(key);
        return known != null ? known : loadOnce(key, load);
    }

    private synchronized V loadOnce(K key, Function<K, V> load) {
        if (!current.containsKey(key)) {
            V value = load.apply(key);
            change(map -> map.put(key, value));
        }
        return current.get(key);
    }
}
