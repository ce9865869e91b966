import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

public class Cache<K, V> {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<K, V> map = new HashMap<>();

    public <R> R read(Function<Map<K, V>, R> question) {
        lock.readLock().lock();
        try {
            return question.apply(map);
        } finally {
            lock.readLock().unlock();
        }
    }

    public void change(Consumer<Map<K, V>> change) {
        lock.writeLock().lock();
        try {
            change.accept(map);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public V get(K key, Function<K, V> load) {
        V known = read(map -> map.get(key));
        if (known != null) {
            return known;
        }
        V loaded = load.apply(key);
        change(map -> map.put(key, loaded));
        return loaded;
    }
}
