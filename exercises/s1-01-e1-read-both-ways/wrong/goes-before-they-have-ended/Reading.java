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

    static Slot one(Callable<String> s) {
        try {
            return new Slot.Text(s.call());
        } catch (Throwable e) {
            return new Slot.Failure(e);
        }
    }

    public static List<Slot> readSync(List<Callable<String>> sources) throws InterruptedException {
        return sources.stream().map(Reading::one).toList();
    }

    public static List<Slot> readAsync(List<Callable<String>> sources) throws InterruptedException {
        var pool = Executors.newVirtualThreadPerTaskExecutor();
        var fs = sources.stream().map(s -> pool.submit(() -> one(s))).toList();
        var all = new ArrayList<Slot>();
        try {
            for (var f : fs) {
                try {
                    all.add(f.get());
                } catch (ExecutionException e) {
                    all.add(new Slot.Failure(e.getCause()));
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return all;
    }
}
