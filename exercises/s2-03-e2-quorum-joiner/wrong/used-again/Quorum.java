import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Quorum<T> implements Joiner<T, List<T>> {

    private final int needed;
    private final int asked;
    private final List<T> results = new ArrayList<>();
    private int forked;
    private int failed;

    public Quorum(int needed, int asked) {
        this.needed = needed;
        this.asked = asked;
    }

    @Override
    public boolean onFork(Subtask<? extends T> subtask) {

        forked++;
        return false;
    }

    @Override
    public synchronized boolean onComplete(Subtask<? extends T> subtask) {
        if (subtask.state() == Subtask.State.FAILED) {
            failed++;
        } else if (results.size() < needed) {
            results.add(subtask.get());
        }
        return results.size() == needed || failed > asked - needed;
    }

    @Override
    public synchronized List<T> result() {
        if (results.size() < needed) {
            throw new IllegalStateException("only " + results.size() + " of " + needed);
        }
        return List.copyOf(results);
    }
}
