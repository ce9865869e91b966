import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

public final class TaskRegistry {

    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    private static final class Entry {

        private Status status = Status.RUNNING;
        private String result;
        private Throwable failure;
        private Thread thread;
    }

    private final int keep;
    private final Map<Long, Entry> tasks = new LinkedHashMap<>();
    private final Queue<Long> ended = new ArrayDeque<>();
    private long last;

    public TaskRegistry(int keep) {
        this.keep = keep;
    }

    public synchronized long spawn(Callable<String> task) {
        long id = ++last;
        var entry = new Entry();
        tasks.put(id, entry);
        entry.thread = Thread.startVirtualThread(() -> run(id, entry, task));
        return id;
    }

    private void run(long id, Entry entry, Callable<String> task) {
        try {
            end(id, entry, Status.SUCCEEDED, task.call(), null);
        } catch (Throwable e) {
            end(id, entry, Status.FAILED, null, e);
        }
    }

    private synchronized boolean end(
            long id, Entry entry, Status status, String result, Throwable failure) {
        if (entry.status != Status.RUNNING) {
            return false;
        }
        entry.status = status;
        entry.result = result;
        entry.failure = failure;
        ended.add(id);
        if (ended.size() > keep) {
            tasks.remove(ended.remove());
        }
        notifyAll();
        return true;
    }

    public synchronized Status status(long id) {
        return known(id).status;
    }

    public synchronized String await(long id) throws InterruptedException, ExecutionException {
        var entry = known(id);
        while (entry.status == Status.RUNNING) {
            wait();
        }
        if (entry.status == Status.CANCELLED) {
            throw new CancellationException();
        }
        if (entry.failure != null) {
            throw new ExecutionException(entry.failure);
        }
        return entry.result;
    }

    public synchronized boolean cancel(long id) {
        var entry = known(id);
        boolean first = entry.status == Status.RUNNING;
        if (first) {
            entry.thread.interrupt();
        }
        return first;
    }

    private Entry known(long id) {
        var entry = tasks.get(id);
        if (entry == null) {
            throw new NoSuchElementException("no task " + id);
        }
        return entry;
    }

    public synchronized Map<Long, Status> list() {
        var all = new LinkedHashMap<Long, Status>();
        tasks.forEach((id, entry) -> all.put(id, entry.status));
        return all;
    }
}
