import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class PricesTest {

    private static final Executor WIDE = Thread::startVirtualThread;

    private static Supplier<Integer> closed() {
        return () -> {
            throw new IllegalStateException("closed");
        };
    }

    @Test
    @Tag("task:sum")
    @DisplayName("The prices are added")
    void adds() throws Exception {
        assertEquals(57, Prices.total(List.of(() -> 50, () -> 7), 0, Runnable::run).get());
    }

    @Test
    @Tag("task:sum")
    @DisplayName("A shop that throws counts as what was given for it, the others as ever")
    void a_failing_shop() throws Exception {
        List<Supplier<Integer>> shops = List.of(() -> 50, closed(), () -> 7, closed());
        assertEquals(59, Prices.total(shops, 1, Runnable::run).get());
    }

    @Test
    @Tag("task:sum")
    @Tag("hidden")
    @DisplayName("So does a shop that throws an Error")
    void a_shop_with_an_error() throws Exception {
        Supplier<Integer> deep =
                () -> {
                    throw new StackOverflowError();
                };
        var total = Prices.total(List.of(() -> 50, deep), 1, Runnable::run);
        assertTrue(total.isDone(), "the executor has done all its tasks, and there is no sum");
        assertEquals(51, total.get());
    }

    @Test
    @Tag("task:sum")
    @Tag("hidden")
    @DisplayName("Without shops the sum is 0")
    void no_shops() throws Exception {
        var total = Prices.total(List.of(), 5, Runnable::run);
        assertTrue(total.isDone(), "the future is not complete, though there is nobody to ask");
        assertEquals(0, total.get());
    }

    @Explore(schedules = 300)
    @Tag("task:executor")
    @Tag("points:2")
    @DisplayName("Three shops are asked at the same time, if the executor lets them")
    public void all_at_the_same_time(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        Supplier<Integer> shop =
                () -> {
                    try {
                        meeting.meet();
                        return 2;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };
        run.checkEquals(6, Prices.total(List.of(shop, shop, shop), 0, WIDE).get(), "the sum");
    }

    @Test
    @Tag("task:executor")
    @Tag("points:2")
    @DisplayName("Nobody but the given executor asks a shop")
    void only_the_given_executor() throws Exception {
        var tasks = new ConcurrentLinkedQueue<Runnable>();
        var asking = new ThreadLocal<Boolean>();
        var strangers = new ConcurrentLinkedQueue<String>();
        var shops = new ArrayList<Supplier<Integer>>();
        for (int i = 1; i <= 3; i++) {
            int price = i;
            shops.add(
                    () -> {
                        if (asking.get() == null) {
                            strangers.add(Thread.currentThread().getName());
                        }
                        return price;
                    });
        }
        CompletableFuture<Integer> total = Prices.total(shops, 0, tasks::add);
        asking.set(true);
        for (Runnable task; (task = tasks.poll()) != null; ) {
            task.run();
        }
        assertTrue(strangers.isEmpty(), "a shop was asked outside of the executor");
        assertTrue(total.isDone(), "the executor has done all its tasks, and there is no sum");
        assertEquals(6, total.get());
    }

    @Explore(schedules = 300)
    @Tag("task:waiting")
    @Tag("points:2")
    @DisplayName("total() returns while the executor has not even begun")
    public void returns_at_once(Run run) throws Exception {
        var tasks = new ArrayDeque<Runnable>();
        var began = new Semaphore(0);
        var given = new AtomicReference<CompletableFuture<Integer>>();
        var caller =
                run.go(
                        "caller",
                        () -> {
                            Executor later =
                                    task -> {
                                        synchronized (tasks) {
                                            tasks.add(task);
                                        }
                                    };
                            var total = Prices.total(List.of(() -> 50, () -> 7), 0, later);
                            given.set(total);
                            began.release();
                            run.checkEquals(57, total.get(), "the sum");
                        });
        run.settle();
        boolean returned = began.tryAcquire();
        for (Runnable task; (task = next(tasks)) != null; ) {
            task.run();
        }
        run.check(returned, "total() waits for the shops");
        run.check(given.get().isDone(), "all shops have answered, and there is no sum");
        run.join(caller);
    }

    private static Runnable next(ArrayDeque<Runnable> tasks) {
        synchronized (tasks) {
            return tasks.poll();
        }
    }

    @Explore(schedules = 300)
    @Tag("task:waiting")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("An executor with one thread is enough")
    public void one_thread_is_enough(Run run) throws Exception {
        try (var one = Executors.newSingleThreadExecutor()) {
            List<Supplier<Integer>> shops = List.of(() -> 50, closed(), () -> 7);
            run.checkEquals(57, Prices.total(shops, 0, one).get(), "the sum");
        }
    }
}
