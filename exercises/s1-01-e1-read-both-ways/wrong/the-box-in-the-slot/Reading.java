import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

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

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var slots = new ArrayList<Slot>();
            for (var future : executor.invokeAll(sources)) {
                try {
                    slots.add(new Slot.Text(future.get()));
                } catch (ExecutionException e) {
                    slots.add(new Slot.Failure(e));
                }
            }
            return slots;
        }
    }
}
