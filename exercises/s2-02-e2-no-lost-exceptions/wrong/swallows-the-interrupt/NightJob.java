import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

public final class NightJob {

    public record Report(int succeeded, List<Throwable> failures) {}

    private NightJob() {}

    public static Report runAll(List<Callable<String>> tasks) throws InterruptedException {

        var failures = new Throwable[tasks.size()];
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < failures.length; i++) {
            int number = i;
            threads.add(
                    Thread.startVirtualThread(
                            () -> {
                                try {
                                    tasks.get(number).call();
                                } catch (Throwable e) {
                                    failures[number] = e;
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
        }
        var thrown = Stream.of(failures).filter(Objects::nonNull).toList();
        return new Report(failures.length - thrown.size(), thrown);
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
