import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class Orders {

    public sealed interface Step {

        record Print(String line) implements Step {}

        record Spawn(String name, List<Step> steps) implements Step {}

        record Join(String name) implements Step {}
    }

    private Orders() {}

    public static Set<List<String>> of(List<Step> program) {
        var orders = new HashSet<List<String>>();
        for (int i = 0; i < 3; i++) {
            var printed = new ConcurrentLinkedQueue<String>();
            var threads = new ConcurrentHashMap<String, Thread>();
            run(program, printed, threads);
            for (var thread : threads.values()) {
                join(thread);
            }
            orders.add(List.copyOf(printed));
        }
        return orders;
    }

    private static void run(
            List<Step> steps, ConcurrentLinkedQueue<String> printed, Map<String, Thread> threads) {
        for (var step : new ArrayList<>(steps)) {
            switch (step) {
                case Step.Print(var line) -> printed.add(line);
                case Step.Spawn(var name, var body) ->
                        threads.put(
                                name,
                                Thread.startVirtualThread(() -> run(body, printed, threads)));
                case Step.Join(var name) -> join(threads.get(name));
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
