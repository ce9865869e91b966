import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class Reading {

    public sealed interface Slot {

        record Text(String text) implements Slot {}

        record Failure(Throwable cause) implements Slot {}
    }

    private Reading() {}

    public static List<Slot> readSync(List<Callable<String>> sources)
            throws InterruptedException {
        var slots = new ArrayList<Slot>();
        for (var source : sources) {
            try {
                slots.add(new Slot.Text(source.call()));
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                slots.add(new Slot.Failure(e));
            }
        }
        return slots;
    }

    public static List<Slot> readAsync(List<Callable<String>> sources)
            throws InterruptedException {

        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll())) {
            List<Subtask<String>> subtasks = sources.stream().map(scope::fork).toList();
            scope.join();
            return subtasks.stream().map(Reading::slot).toList();
        }
    }

    private static Slot slot(Subtask<String> subtask) {
        return subtask.state() == Subtask.State.SUCCESS
                ? new Slot.Text(subtask.get())
                : new Slot.Failure(subtask.exception());
    }
}
