import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

public final class RunAll {

    private RunAll() {}

    @SuppressWarnings("unchecked")
    public static <T> List<T> runAll(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        var results = new Object[tasks.size()];
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < tasks.size(); i++) {
            int index = i;
            var thread =
                    new Thread(
                            () -> {
                                try {
                                    results[index] = tasks.get(index).call();
                                } catch (Exception e) {
                                    e.printStackTrace();
                                }
                            },
                            "w-" + i);
            threads.add(thread);
            thread.start();
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
        return (List<T>) Arrays.asList(results);
    }
}
