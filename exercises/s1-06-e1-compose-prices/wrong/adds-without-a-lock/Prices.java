import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

public final class Prices {

    private Prices() {}

    public static CompletableFuture<Integer> total(
            List<Supplier<Integer>> shops, int missing, Executor executor) {

        int[] sum = new int[1];
        var added =
                shops.stream()
                        .map(
                                shop ->
                                        CompletableFuture.supplyAsync(shop, executor)
                                                .exceptionally(_ -> missing)
                                                .thenAccept(price -> sum[0] += price))
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(added).thenApply(_ -> sum[0]);
    }
}
