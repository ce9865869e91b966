import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Orders {

    public sealed interface Step {

        record Print(String line) implements Step {}

        record Spawn(String name, List<Step> steps) implements Step {}

        record Join(String name) implements Step {}
    }

    private Orders() {}

    public static Set<List<String>> of(List<Step> program) {
        return orders(Map.of("", program));
    }

    /** Of tasks by name, with the steps that are left. */
    private static Set<List<String>> orders(Map<String, List<Step>> left) {
        var all = new HashSet<List<String>>();
        boolean ended = true;
        for (var task : left.entrySet()) {
            List<Step> steps = task.getValue();
            if (steps.isEmpty()) {
                continue;
            }
            ended = false;
            var next = new HashMap<>(left);
            next.put(task.getKey(), steps.subList(1, steps.size()));
            switch (steps.getFirst()) {
                case Step.Print(var line) -> {
                    for (var order : orders(next)) {
                        var longer = new ArrayList<String>();
                        longer.add(line);
                        longer.addAll(order);
                        all.add(longer);
                    }
                }
                case Step.Spawn(var name, var body) -> {
                    next.put(name, body);
                    all.addAll(orders(next));
                }
                case Step.Join(var name) -> {
                    if (left.containsKey(name)) {
                        all.addAll(orders(next));
                    }
                }
            }
        }
        if (ended) {
            all.add(List.of());
        }
        return all;
    }
}
