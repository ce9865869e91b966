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
                                        CompletableFuture.supplyAsync(shop)
                                                .exceptionally(_ -> missing))
                        .toList();
        return CompletableFuture.allOf(prices.toArray(CompletableFuture[]::new))
                .thenApply(_ -> prices.stream().mapToInt(CompletableFuture::join).sum());
    }
}
