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

        return Optional.empty();
    }
}
