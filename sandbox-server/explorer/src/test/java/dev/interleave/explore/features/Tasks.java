package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Executors, futures and what hands things from thread to thread. */
public class Tasks {

    private int value;

    @Explore(schedules = 300)
    @Expect("passed")
    public void virtualThreadPerTask(Run run) throws Exception {
        var sum = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<Integer>>();
            for (var i = 1; i <= 2; i++) {
                var number = i;
                futures.add(executor.submit(() -> number * number));
            }
            for (var future : futures) sum += future.get();
        }
        run.checkEquals(5, sum, "sum");
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void fixedPoolHandsOverPlainData(Run run) throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            value = 3;
            var box = new int[1];
            executor.submit(
                            () -> {
                                box[0] = value + 1;
                            })
                    .get();
            run.checkEquals(4, box[0], "box");
            var all = executor.invokeAll(List.<Callable<Integer>>of(() -> 1, () -> 2));
            run.checkEquals(3, all.get(0).get() + all.get(1).get(), "sum");
        }
    }

    @Explore(schedules = 300)
    @Expect("leak")
    public void poolThatIsNotShutDown(Run run) throws Exception {
        var executor = Executors.newFixedThreadPool(1);
        run.checkEquals(1, executor.submit(() -> 1).get(), "result");
    }

    @Explore(schedules = 300)
    @Expect("race")
    public void tasksOfAPoolRace(Run run) throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            for (var i = 0; i < 2; i++) executor.execute(() -> value++);
        }
    }

    @Explore(schedules = 300)
    @Expect("deadlock")
    public void poolStarvedByItsOwnTasks(Run run) throws Exception {
        var executor = Executors.newFixedThreadPool(1);
        executor.submit(() -> executor.submit(() -> 1).get()).get();
    }

    @Explore(schedules = 200)
    @Expect("passed")
    public void scheduledInVirtualTime(Run run) throws Exception {
        try (var executor = Executors.newScheduledThreadPool(1)) {
            var ticks = new AtomicInteger();
            var ticking =
                    executor.scheduleAtFixedRate(ticks::incrementAndGet, 1, 1, TimeUnit.MINUTES);
            executor.schedule(() -> ticking.cancel(false), 210, TimeUnit.SECONDS).get();
            run.checkEquals(3, ticks.get(), "ticks");
        }
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void futuresCompose(Run run) throws Exception {
        var left = CompletableFuture.supplyAsync(() -> value + 1);
        var right = CompletableFuture.supplyAsync(() -> 2);
        var both = left.thenCombineAsync(right, Integer::sum).thenApply(sum -> sum * 10);
        run.checkEquals(30, both.get(), "result");
        run.checkEquals(
                30,
                CompletableFuture.allOf(left, both).thenApply(_ -> both.join()).join(),
                "after allOf");
    }

    @Explore(schedules = 200)
    @Expect("passed")
    public void futureTimesOut(Run run) throws Exception {
        var never = new CompletableFuture<String>();
        try {
            never.orTimeout(1, TimeUnit.HOURS).join();
            run.check(false, "join returned");
        } catch (CompletionException e) {
            run.check(e.getCause() instanceof TimeoutException, "failed with " + e.getCause());
        }
        run.checkEquals(
                "late",
                new CompletableFuture<String>().completeOnTimeout("late", 1, TimeUnit.HOURS).join(),
                "value");
        run.check(run.elapsed().toHours() == 2, "took " + run.elapsed());
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void completionService(Run run) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var service = new ExecutorCompletionService<Integer>(executor);
            for (var i = 0; i < 2; i++) {
                var number = i;
                service.submit(() -> number + value);
            }
            run.checkEquals(1, service.take().get() + service.take().get(), "sum");
        }
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void latchBarrierPhaserExchanger(Run run) throws Exception {
        var latch = new CountDownLatch(1);
        var barrier = new CyclicBarrier(2);
        var phaser = new Phaser(2);
        var exchanger = new Exchanger<String>();
        run.go(
                "other",
                () -> {
                    value = 1;
                    latch.countDown();
                    barrier.await();
                    phaser.arriveAndAwaitAdvance();
                    run.checkEquals("from main", exchanger.exchange("from other"), "exchanged");
                });
        latch.await();
        run.checkEquals(1, value, "value after the latch");
        barrier.await();
        phaser.arriveAndAwaitAdvance();
        run.checkEquals("from other", exchanger.exchange("from main"), "exchanged");
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void queuesHandOver(Run run) throws Exception {
        var direct = new SynchronousQueue<int[]>();
        var linked = new LinkedBlockingQueue<int[]>(1);
        run.go(
                "sender",
                () -> {
                    direct.put(new int[] {1});
                    linked.put(new int[] {2});
                    linked.put(new int[] {3});
                });
        run.checkEquals(1, direct.take()[0], "first");
        run.checkEquals(2, linked.take()[0], "second");
        run.checkEquals(3, linked.poll(1, TimeUnit.SECONDS)[0], "third");
        run.checkEquals(null, linked.poll(1, TimeUnit.SECONDS), "fourth");
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void futureTaskOnAPlatformThread(Run run) throws Exception {
        var task = new FutureTask<>(() -> value + 7);
        var thread = new Thread(task, "worker");
        thread.setDaemon(true);
        thread.start();
        run.checkEquals(7, task.get(), "result");
        thread.join();
    }

    @Explore(schedules = 300)
    @Expect("passed")
    public void concurrentMap(Run run) throws Exception {
        var map = new ConcurrentHashMap<String, int[]>();
        for (var i = 0; i < 2; i++) {
            run.go(
                    "adder " + i,
                    () -> map.compute("key", (_, old) -> new int[] {old == null ? 1 : old[0] + 1}));
        }
        run.go(
                "reader",
                () -> {
                    for (var entry : map.entrySet())
                        run.check(entry.getValue()[0] > 0, "empty entry");
                });
        run.joinAll();
        run.checkEquals(2, map.get("key")[0], "count");
    }

    @Explore(schedules = 100)
    @Expect("uncontrolled")
    public void parallelStream(Run run) throws Exception {
        var list = java.util.Collections.synchronizedList(new ArrayList<Integer>());
        java.util.stream.IntStream.range(0, 1_000).parallel().forEach(list::add);
    }

    /**
     * Whom an executor interrupts first follows from the hash codes of its threads; a replay must
     * find the same order.
     */
    @Explore(schedules = 100)
    @Expect("wrong-result")
    public void shutdownInterruptsInTheSameOrder(Run run) throws Exception {
        var interrupted = Collections.synchronizedList(new ArrayList<Integer>());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 3; i++) {
                var number = i;
                executor.execute(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.add(number);
                            }
                        });
            }
            run.settle();
            executor.shutdownNow();
        }
        run.check(false, "interrupted were " + interrupted);
    }
}
