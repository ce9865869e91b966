import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class Race {

    private Race() {}

    public static <T> T first(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        Throwable first = null;
        for (var task : tasks) {
            try {
                return task.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Throwable e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        throw new ExecutionException(first);
    }
}
