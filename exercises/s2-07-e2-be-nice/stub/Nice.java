import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/** Computing that leaves room for others. */
public final class Nice {

    private Nice() {}

    /** The sum of the numbers 0 to n - 1. Runs on a virtual thread. */
    public static long sum(int n, IntToLongFunction number, LongSupplier nanos) {
        return -1;
    }
}
