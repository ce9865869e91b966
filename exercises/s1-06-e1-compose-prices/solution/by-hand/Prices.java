import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public final class Prices {

    private Prices() {}

    public static CompletableFuture<Integer> total(
            List<Supplier<Integer>> shops, int missing, Executor executor) {
        var result = new CompletableFuture<Integer>();
        var sum = new AtomicInteger();
        var left = new AtomicInteger(shops.size());
        if (shops.isEmpty()) {
            result.complete(0);
        }
        for (var shop : shops) {
            executor.execute(
                    () -> {
                        sum.addAndGet(ask(shop, missing));
                        if (left.decrementAndGet() == 0) {
                            result.complete(sum.get());
                        }
                    });
        }
        return result;
    }

    private static int ask(Supplier<Integer> shop, int missing) {
        try {
            return shop.get();
        } catch (Throwable e) {
            return missing;
        }
    }
}
