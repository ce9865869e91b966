import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

public class Cache<K, V> {

    private final Map<K, V> map = new HashMap<>();

    public synchronized <R> R read(Function<Map<K, V>, R> question) {
        return question.apply(map);
    }

    public synchronized void change(Consumer<Map<K, V>> change) {
        change.accept(map);
    }

    public synchronized V get(K key, Function<K, V> load) {
        return map.computeIfAbsent(key, load);
    }
}
