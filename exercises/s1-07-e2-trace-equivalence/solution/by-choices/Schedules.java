import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

public final class Schedules {

    public record Task<S>(List<Consumer<S>> pieces, Set<Integer> after) {}

    public record Difference(List<Integer> one, List<Integer> other) {}

    private Schedules() {}

    public static <S, R> Optional<Difference> difference(
            Supplier<S> start, List<Task<S>> tasks, Function<S, R> result) {

        Map<Optional<R>, List<Integer>> found = new HashMap<>();
        List<Integer> choices = new ArrayList<>();
        do {
            List<Integer> ways = new ArrayList<>();
            List<Integer> schedule = new ArrayList<>();
            S state = start.get();
            int[] done = new int[tasks.size()];
            for (List<Integer> ready; !(ready = ready(tasks, done)).isEmpty(); ) {
                int step = schedule.size();
                if (step == choices.size()) {
                    choices.add(0);
                }
                ways.add(ready.size());
                int task = ready.get(choices.get(step));
                schedule.add(task);
                tasks.get(task).pieces().get(done[task]++).accept(state);
            }
            found.putIfAbsent(Optional.ofNullable(result.apply(state)), schedule);
            if (found.size() == 2) {
                var both = List.copyOf(found.values());
                return Optional.of(new Difference(both.get(0), both.get(1)));
            }
            while (!choices.isEmpty() && choices.getLast() + 1 == ways.get(choices.size() - 1)) {
                choices.removeLast();
            }
            if (!choices.isEmpty()) {
                choices.add(choices.removeLast() + 1);
            }
        } while (!choices.isEmpty());
        return Optional.empty();
    }

    private static <S> List<Integer> ready(List<Task<S>> tasks, int[] done) {
        List<Integer> ready = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (!ended(tasks, done, i)
                    && tasks.get(i).after().stream().allMatch(j -> ended(tasks, done, j))) {
                ready.add(i);
            }
        }
        return ready;
    }

    private static <S> boolean ended(List<Task<S>> tasks, int[] done, int i) {
        return done[i] == tasks.get(i).pieces().size();
    }
}
