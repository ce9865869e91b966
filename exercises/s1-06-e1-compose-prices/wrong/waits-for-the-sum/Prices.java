import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

public final class Prices {

    private Prices() {}

    public static CompletableFuture<Integer> total(
            List<Supplier<Integer>> shops, int missing, Executor executor) {

        var prices =
                shops.stream()
                        .map(
                                shop ->
                                        CompletableFuture.supplyAsync(shop, executor)
                                                .exceptionally(_ -> missing))
                        .toList();
        int sum = prices.stream().mapToInt(CompletableFuture::join).sum();
        return CompletableFuture.completedFuture(sum);
    }
}
