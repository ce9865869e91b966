import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

public final class TaskRegistry {

    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListMap<Long, FutureTask<String>> tasks =
            new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Long> over = new ConcurrentLinkedQueue<>();
    private final int keep;

    public TaskRegistry(int keep) {
        this.keep = keep;
    }

    public long spawn(Callable<String> task) {
        long id = numbers.incrementAndGet();
        var f =
                new FutureTask<String>(task) {
                    @Override
                    protected void done() {
                        over.add(id);
                        while (over.size() > keep) tasks.remove(over.remove());
                    }
                };
        tasks.put(id, f);
        Thread.ofVirtual().start(f);
        return id;
    }

    private FutureTask<String> task(long id) {
        var t = tasks.get(id);
        if (t == null) throw new NoSuchElementException();
        return t;
    }

    private static Status of(FutureTask<String> t) {
        return switch (t.state()) {
            case RUNNING -> Status.RUNNING;
            case SUCCESS -> Status.SUCCEEDED;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    public Status status(long id) {
        return of(task(id));
    }

    public String await(long id) throws InterruptedException, ExecutionException {
        return task(id).get();
    }

    public boolean cancel(long id) {
        return task(id).cancel(true);
    }

    public Map<Long, Status> list() {
        var m = new LinkedHashMap<Long, Status>();
        tasks.forEach((k, v) -> m.put(k, of(v)));
        return m;
    }
}
