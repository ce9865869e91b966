import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

public final class Nice {

    private static final long LONG_ENOUGH = 9_000_000;

    private Nice() {}

    public static long sum(int n, IntToLongFunction number, LongSupplier nanos) {
        long sum = 0;
        long since = nanos.getAsLong();
        for (int i = 0; i < n; i++) {
            sum += number.applyAsLong(i);
            if (nanos.getAsLong() - since >= LONG_ENOUGH) {
                LockSupport.parkNanos(1);
                since = Long.MAX_VALUE;
            }
        }
        return sum;
    }
}
