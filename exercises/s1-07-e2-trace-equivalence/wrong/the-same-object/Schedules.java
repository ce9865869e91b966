import java.util.ArrayList;
import java.util.List;
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

        var schedules = new ArrayList<List<Integer>>();
        extend(tasks, new int[tasks.size()], List.of(), schedules);
        List<Integer> first = schedules.getFirst();
        R expected = run(start, tasks, result, first);
        for (var schedule : schedules) {
            if (expected != run(start, tasks, result, schedule)) {
                return Optional.of(new Difference(first, schedule));
            }
        }
        return Optional.empty();
    }

    private static <S> void extend(
            List<Task<S>> tasks, int[] done, List<Integer> before, List<List<Integer>> schedules) {
        boolean ended = true;
        for (int i = 0; i < tasks.size(); i++) {
            if (done[i] < tasks.get(i).pieces().size()) {
                ended = false;
                if (mayRun(tasks, done, tasks.get(i))) {
                    var longer = new ArrayList<>(before);
                    longer.add(i);
                    done[i]++;
                    extend(tasks, done, longer, schedules);
                    done[i]--;
                }
            }
        }
        if (ended) {
            schedules.add(before);
        }
    }

    private static <S> boolean mayRun(List<Task<S>> tasks, int[] done, Task<S> task) {
        for (int other : task.after()) {
            if (done[other] < tasks.get(other).pieces().size()) {
                return false;
            }
        }
        return true;
    }

    private static <S, R> R run(
            Supplier<S> start,
            List<Task<S>> tasks,
            Function<S, R> result,
            List<Integer> schedule) {
        S state = start.get();
        int[] done = new int[tasks.size()];
        for (int i : schedule) {
            tasks.get(i).pieces().get(done[i]++).accept(state);
        }
        return result.apply(state);
    }
}
