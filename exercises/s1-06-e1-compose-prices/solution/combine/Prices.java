import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

public final class Prices {

    private Prices() {}

    public static CompletableFuture<Integer> total(
            List<Supplier<Integer>> shops, int missing, Executor executor) {

        var sum = CompletableFuture.completedFuture(0);
        for (var shop : shops) {
            var price =
                    CompletableFuture.supplyAsync(shop, executor)
                            .handle((value, failure) -> failure == null ? value : missing);
            sum = sum.thenCombine(price, Integer::sum);
        }
        return sum;
    }
}
