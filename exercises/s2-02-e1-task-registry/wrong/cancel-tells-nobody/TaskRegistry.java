import java.util.ArrayDeque;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
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
        Status status = Status.RUNNING;
        String result;
        Throwable failure;
        Thread thread;
    }

    private final int keep;
    private long next;
    private final TreeMap<Long, Entry> all = new TreeMap<>();
    private final ArrayDeque<Long> ended = new ArrayDeque<>();

    public TaskRegistry(int keep) {
        this.keep = keep;
    }

    public synchronized long spawn(Callable<String> task) {
        var e = new Entry();
        long id = ++next;
        all.put(id, e);
        e.thread =
                Thread.startVirtualThread(
                        () -> {
                            String r = null;
                            Throwable f = null;
                            try {
                                r = task.call();
                            } catch (Throwable t) {
                                f = t;
                            }
                            synchronized (this) {
                                if (e.status == Status.RUNNING) {
                                    e.status = f == null ? Status.SUCCEEDED : Status.FAILED;
                                    e.result = r;
                                    e.failure = f;
                                    forget(id);
                                    notifyAll();
                                }
                            }
                        });
        return id;
    }

    private void forget(long id) {
        ended.add(id);
        while (ended.size() > keep) all.remove(ended.poll());
    }

    private Entry entry(long id) {
        var e = all.get(id);
        if (e == null) throw new NoSuchElementException();
        return e;
    }

    public synchronized Status status(long id) {
        return entry(id).status;
    }

    public synchronized String await(long id) throws InterruptedException, ExecutionException {
        var e = entry(id);
        while (e.status == Status.RUNNING) wait();
        if (e.status == Status.CANCELLED) throw new CancellationException();
        if (e.failure != null) throw new ExecutionException(e.failure);
        return e.result;
    }

    public synchronized boolean cancel(long id) {
        var e = entry(id);
        if (e.status != Status.RUNNING) return false;
        e.status = Status.CANCELLED;
        e.thread.interrupt();
        forget(id);
        return true;
    }

    public synchronized Map<Long, Status> list() {
        var m = new TreeMap<Long, Status>();
        all.forEach((k, v) -> m.put(k, v.status));
        return m;
    }
}
