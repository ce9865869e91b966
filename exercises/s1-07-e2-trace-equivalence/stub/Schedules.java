import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tries every order of small tasks. */
public final class Schedules {

    /**
     * Some pieces, with an await between any two.
     *
     * @param after the numbers of the tasks that must have ended before the first piece
     */
    public record Task<S>(List<Consumer<S>> pieces, Set<Integer> after) {}

    /** Two schedules whose results differ. */
    public record Difference(List<Integer> one, List<Integer> other) {}

    private Schedules() {}

    /** Two schedules with different results, if there are any. */
    public static <S, R> Optional<Difference> difference(
            Supplier<S> start, List<Task<S>> tasks, Function<S, R> result) {
        return null;
    }
}
