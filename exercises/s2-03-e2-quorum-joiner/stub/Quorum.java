import java.util.List;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** Waits until enough subtasks have succeeded. */
public final class Quorum<T> implements Joiner<T, List<T>> {

    /**
     * For one scope.
     *
     * @param needed how many have to succeed
     * @param asked how many are forked
     */
    public Quorum(int needed, int asked) {}

    @Override
    public boolean onFork(Subtask<? extends T> subtask) {
        return false;
    }

    @Override
    public boolean onComplete(Subtask<? extends T> subtask) {
        return false;
    }

    @Override
    public List<T> result() {
        return null;
    }
}
