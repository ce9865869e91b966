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
        lock.readLock().lock();
        try {
            V known = map.get(key);
            if (known != null) {
                return known;
            }
            lock.writeLock().lock();
            try {
                return map.computeIfAbsent(key, load);
            } finally {
                lock.writeLock().unlock();
            }
        } finally {
            lock.readLock().unlock();
        }
    }
}
