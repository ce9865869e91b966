import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
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

    private final class Entry extends FutureTask<String> {

        private final long id;

        Entry(long id, Callable<String> task) {
            super(task);
            this.id = id;
        }

        @Override
        protected void done() {
            forget(id);
        }
    }

    private final int keep;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Entry> tasks = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<Long> ended = new ConcurrentLinkedQueue<>();

    public TaskRegistry(int keep) {
        this.keep = keep;
    }

    public long spawn(Callable<String> task) {
        long id = ids.incrementAndGet();
        var entry = new Entry(id, task);
        tasks.put(id, entry);
        Thread.startVirtualThread(entry);
        return id;
    }

    private synchronized void forget(long id) {
        ended.add(id);

    }

    public Status status(long id) {
        return status(known(id));
    }

    private static Status status(Entry entry) {
        return switch (entry.state()) {
            case RUNNING -> Status.RUNNING;
            case SUCCESS -> Status.SUCCEEDED;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    public String await(long id) throws InterruptedException, ExecutionException {
        return known(id).get();
    }

    public boolean cancel(long id) {
        return known(id).cancel(true);
    }

    private Entry known(long id) {
        var entry = tasks.get(id);
        if (entry == null) {
            throw new NoSuchElementException("no task " + id);
        }
        return entry;
    }

    public Map<Long, Status> list() {
        var all = new TreeMap<Long, Status>();
        tasks.forEach((id, entry) -> all.put(id, status(entry)));
        return all;
    }
}
