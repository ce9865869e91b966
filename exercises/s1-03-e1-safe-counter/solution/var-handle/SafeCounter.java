import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

class SafeCounter {

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(SafeCounter.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile long count;

    void inc() {
        COUNT.getAndAdd(this, 1L);
    }

    long get() {
        return count;
    }
}
