import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import java.util.function.Function;

public class Cache<K, V> {

    private final StampedLock lock = new StampedLock();
    private final Map<K, V> map = new HashMap<>();

    public <R> R read(Function<Map<K, V>, R> question) {
        long stamp = lock.readLock();
        try {
            return question.apply(map);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    public void change(Consumer<Map<K, V>> change) {
        long stamp = lock.writeLock();
        try {
            change.accept(map);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public V get(K key, Function<K, V> load) {
        V known = read(map -> map.get(key));
        if (known != null) {
            return known;
        }
        long stamp = lock.writeLock();
        try {
            return map.computeIfAbsent(key, load);
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
