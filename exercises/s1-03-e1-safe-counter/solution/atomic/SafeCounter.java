import java.util.concurrent.atomic.AtomicLong;

class SafeCounter {

    private final AtomicLong count = new AtomicLong();

    void inc() {
        count.incrementAndGet();
    }

    long get() {
        return count.get();
    }
}
