import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

public class Cache<K, V> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<K, V> map = new HashMap<>();
    private int readers;
    private int waitingWriters;
    private boolean writing;

    public <R> R read(Function<Map<K, V>, R> question) {
        beginReading();
        try {
            return question.apply(map);
        } finally {
            endReading();
        }
    }

    public void change(Consumer<Map<K, V>> change) {
        beginWriting();
        try {
            change.accept(map);
        } finally {
            endWriting();
        }
    }

    public V get(K key, Function<K, V> load) {
        V known = read(map -> map.get(key));
        if (known != null) {
            return known;
        }
        beginWriting();
        try {
            V value = map.get(key);
            if (value == null) {
                value = load.apply(key);
                map.put(key, value);
            }
            return value;
        } finally {
            endWriting();
        }
    }

    private void beginReading() {
        lock.lock();
        try {
            while (writing || waitingWriters > 0) {
                changed.awaitUninterruptibly();
            }
            readers++;
        } finally {
            lock.unlock();
        }
    }

    private void endReading() {
        lock.lock();
        try {
            readers--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void beginWriting() {
        lock.lock();
        try {
            waitingWriters++;
            while (writing || readers > 0) {
                changed.awaitUninterruptibly();
            }
            waitingWriters--;
            writing = true;
        } finally {
            lock.unlock();
        }
    }

    private void endWriting() {
        lock.lock();
        try {
            writing = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
