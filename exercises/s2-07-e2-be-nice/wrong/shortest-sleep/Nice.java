import java.time.Duration;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

public final class Nice {

    private static final Duration SHORTEST = Duration.ofNanos(1);

    private Nice() {}

    public static long sum(int n, IntToLongFunction number, LongSupplier nanos) {
        long sum = 0;
        long next = nanos.getAsLong() + 5_000_000;
        for (int i = 0; i < n; i++) {
            sum += number.applyAsLong(i);
            if (i % 64 == 0 && next - nanos.getAsLong() <= 0) {
                getOff();
                next = nanos.getAsLong() + 5_000_000;
            }
        }
        return sum;
    }

    private static void getOff() {
        try {
            Thread.sleep(SHORTEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
