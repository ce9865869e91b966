import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        var failures = new ConcurrentLinkedQueue<Throwable>();
        var threads = new ArrayList<Thread>();
        for (var task : tasks) {
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    task.call();
                                } catch (Throwable e) {
                                    failures.add(e);
                                }
                            }));
        }
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            awaitAll(threads);
            throw e;
        }
        return new Report(tasks.size() - failures.size(), List.copyOf(failures));
    }

    private static void awaitAll(List<Thread> threads) {
        for (var thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    thread.interrupt();
                }
            }
        }
    }
}
