import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

public final class Prices {
    private Prices() {}

    public static CompletableFuture<Integer> total(
            List<Supplier<Integer>> shops, int missing, Executor executor) {
        var parts =
                shops.stream()
                        .map(
                                s ->
                                        CompletableFuture.supplyAsync(s, executor)
                                                .exceptionally(_ -> missing))
                        .toList();
        var out = new CompletableFuture<Integer>();
        Thread.startVirtualThread(
                () -> out.complete(parts.stream().mapToInt(CompletableFuture::join).sum()));
        return out;
    }
}
