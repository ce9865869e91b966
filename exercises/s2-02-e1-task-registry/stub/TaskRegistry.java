import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Starts tasks, and knows what became of them. */
public final class TaskRegistry {

    /** What has become of a task. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /**
     * @param keep how many tasks that have ended are remembered; at least one
     */
    public TaskRegistry(int keep) {}

    /** Starts a task, and gives its number. */
    public long spawn(Callable<String> task) {
        return 0;
    }

    /** What has become of a task. */
    public Status status(long id) {
        return null;
    }

    /** The result of a task; waits for it. */
    public String await(long id) throws InterruptedException, ExecutionException {
        return null;
    }

    /** Stops a task; false if it has ended already. */
    public boolean cancel(long id) {
        return false;
    }

    /** All tasks that are known, in the order of their numbers. */
    public Map<Long, Status> list() {
        return null;
    }
}
