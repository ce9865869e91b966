import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class RunAll {

    private RunAll() {}

    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        List<T> results = Collections.synchronizedList(new ArrayList<>());
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (Callable<T> task : tasks) {
            Thread thread =
                    new Thread(
                            () -> {
                                try {
                                    results.add(task.call());
                                } catch (Throwable e) {
                                    failures.add(e);
                                }
                            },
                            "w-" + threads.size());
            threads.add(thread);
            thread.start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
        if (!failures.isEmpty()) {
            throw new ExecutionException(failures.getFirst());
        }
        return results;
    }
}
