import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Asks shops for prices. */
public final class Prices {

    private Prices() {}

    /**
     * A future of the sum of all prices.
     *
     * @param missing what a shop counts for that throws
     * @param executor asks the shops
     */
    public static CompletableFuture<Integer> total(
            List<Supplier<Integer>> shops, int missing, Executor executor) {
        return null;
    }
}
