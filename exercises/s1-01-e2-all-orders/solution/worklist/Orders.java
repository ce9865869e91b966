import java.util.ArrayDeque;
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

    private record State(Map<String, List<Step>> left, List<String> printed) {}

    public static Set<List<String>> of(List<Step> program) {
        var orders = new HashSet<List<String>>();
        var seen = new HashSet<State>();
        var open = new ArrayDeque<State>();
        open.add(new State(Map.of("", program), List.of()));
        while (!open.isEmpty()) {
            State state = open.remove();
            if (!seen.add(state)) {
                continue;
            }
            var after = next(state);
            if (after.isEmpty()) {
                orders.add(state.printed());
            }
            open.addAll(after);
        }
        return orders;
    }

    private static List<State> next(State state) {
        var after = new ArrayList<State>();
        state.left()
                .forEach(
                        (task, steps) -> {
                            if (!steps.isEmpty() && mayRun(state, steps.getFirst())) {
                                after.add(step(state, task, steps));
                            }
                        });
        return after;
    }

    private static boolean mayRun(State state, Step step) {
        return !(step instanceof Step.Join(var name)) || state.left().get(name).isEmpty();
    }

    private static State step(State state, String task, List<Step> steps) {
        var left = new HashMap<>(state.left());
        left.put(task, steps.subList(1, steps.size()));
        var printed = new ArrayList<>(state.printed());
        switch (steps.getFirst()) {
            case Step.Print(var line) -> printed.add(line);
            case Step.Spawn(var name, var body) -> left.put(name, body);
            case Step.Join _ -> {}
        }
        return new State(left, printed);
    }
}
