import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class TaskRegistryTest {

    private static Callable<String> failing(Throwable failure) {
        return () -> {
            switch (failure) {
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        };
    }

    private static Callable<String> waiting(Semaphore gate) {
        return () -> {
            gate.acquire();
            return "done";
        };
    }

    @Explore(schedules = 300)
    @Tag("task:spawn")
    @DisplayName("A task is running, and when it has ended it has succeeded")
    public void from_running_to_succeeded(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        var gate = new Semaphore(0);
        long id = registry.spawn(waiting(gate));
        run.checkEquals(TaskRegistry.Status.RUNNING, registry.status(id), "the status before");
        gate.release();
        run.checkEquals("done", registry.await(id), "the result");
        run.checkEquals(TaskRegistry.Status.SUCCEEDED, registry.status(id), "the status after");
    }

    @Explore(schedules = 300)
    @Tag("task:spawn")
    @DisplayName("Tasks are under way at the same time, and the list has them in order")
    public void all_at_the_same_time(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        var meeting = new Rendezvous(run, 3);
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            ids.add(
                    registry.spawn(
                            () -> {
                                meeting.meet();
                                return "";
                            }));
        }
        var list = registry.list();
        run.checkEquals(ids, List.copyOf(list.keySet()), "the numbers in the list");
        run.settle();
        for (var status : registry.list().values()) {
            run.checkEquals(TaskRegistry.Status.SUCCEEDED, status, "the status in the list");
        }
    }

    @Explore(schedules = 500)
    @Tag("task:spawn")
    @Tag("hidden")
    @DisplayName("When two threads start tasks at once, the tasks have different numbers")
    public void two_start_at_once(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        var ids = new ConcurrentLinkedQueue<Long>();
        for (int i = 0; i < 2; i++) {
            String answer = "answer " + i;
            run.go(
                    "starting " + i,
                    () -> {
                        long id = registry.spawn(() -> answer);
                        ids.add(id);
                        run.checkEquals(answer, registry.await(id), "the result");
                    });
        }
        run.joinAll();
        run.checkEquals(2L, ids.stream().distinct().count(), "how many numbers there are");
        run.checkEquals(2, registry.list().size(), "how many are in the list");
    }

    @Test
    @Tag("task:await")
    @DisplayName("What a task throws is the cause, at each call, an Error too")
    void failed_tasks() throws Exception {
        var registry = new TaskRegistry(10);
        for (var failure : List.of(new IOException("broken"), new StackOverflowError("deep"))) {
            long id = registry.spawn(failing(failure));
            for (int i = 0; i < 2; i++) {
                var thrown = assertThrows(ExecutionException.class, () -> registry.await(id));
                assertSame(failure, thrown.getCause());
            }
            assertEquals(TaskRegistry.Status.FAILED, registry.status(id));
        }
    }

    @Explore(schedules = 300)
    @Tag("task:await")
    @Tag("hidden")
    @DisplayName("An interrupt ends the wait, and the task goes on")
    public void waiting_can_be_interrupted(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        var gate = new Semaphore(0);
        long id = registry.spawn(waiting(gate));
        new InterruptWitness(run, "waiting", () -> registry.await(id)).interruptToThrow();
        run.checkEquals(TaskRegistry.Status.RUNNING, registry.status(id), "the status");
        gate.release();
        run.checkEquals("done", registry.await(id), "the result");
    }

    @Explore(schedules = 500)
    @Tag("task:cancel")
    @Tag("points:2")
    @DisplayName("cancel() interrupts the task, and it is cancelled, whatever it makes of it")
    public void cancelling_interrupts(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        var never = new Semaphore(0);
        var told = new AtomicInteger();
        long id =
                registry.spawn(
                        () -> {
                            try {
                                never.acquire();
                            } catch (InterruptedException e) {
                                told.incrementAndGet();
                            }
                            return "late";
                        });
        run.settle();
        run.check(registry.cancel(id), "cancel() returned false for a running task");
        run.checkEquals(TaskRegistry.Status.CANCELLED, registry.status(id), "the status");
        run.settle();
        run.checkEquals(1, told.get(), "how often the task was interrupted");
        run.checkEquals(TaskRegistry.Status.CANCELLED, registry.status(id), "the status later");
        try {
            registry.await(id);
            run.check(false, "await() returned a result of a cancelled task");
        } catch (CancellationException e) {
            run.check(!registry.cancel(id), "the second cancel() returned true");
        }
    }

    @Test
    @Tag("task:cancel")
    @DisplayName("A task that has ended cannot be cancelled")
    void too_late_to_cancel() throws Exception {
        var registry = new TaskRegistry(10);
        long id = registry.spawn(() -> "done");
        assertEquals("done", registry.await(id));
        assertEquals(false, registry.cancel(id));
        assertEquals(TaskRegistry.Status.SUCCEEDED, registry.status(id));
        assertEquals("done", registry.await(id));
    }

    @Test
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("A task that throws an InterruptedException of its own has failed")
    void its_own_interrupt_is_a_failure() {
        var registry = new TaskRegistry(10);
        for (var failure : List.of(new InterruptedException(), new CancellationException())) {
            long id = registry.spawn(failing(failure));
            var thrown = assertThrows(ExecutionException.class, () -> registry.await(id));
            assertSame(failure, thrown.getCause());
            assertEquals(TaskRegistry.Status.FAILED, registry.status(id));
        }
    }

    @Explore(schedules = 500)
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("Who waits for a task hears that it was cancelled")
    public void cancelled_while_somebody_waits(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        long id = registry.spawn(waiting(new Semaphore(0)));
        var told = new AtomicInteger();
        run.go(
                "waiting",
                () -> {
                    try {
                        registry.await(id);
                    } catch (CancellationException e) {
                        told.incrementAndGet();
                    }
                });
        run.settle();
        run.check(registry.cancel(id), "cancel() returned false for a running task");
        run.joinAll();
        run.checkEquals(1, told.get(), "how many were told of the cancellation");
    }

    @Explore(schedules = 500)
    @Tag("task:cancel")
    @Tag("hidden")
    @DisplayName("When a task ends and is cancelled at once, cancel() and await() agree")
    public void ending_against_cancelling(Run run) throws Exception {
        var registry = new TaskRegistry(10);
        long id = registry.spawn(() -> "done");
        boolean cancelled = registry.cancel(id);
        try {
            run.checkEquals("done", registry.await(id), "the result");
            run.check(!cancelled, "cancel() returned true, and there is a result");
        } catch (CancellationException e) {
            run.check(cancelled, "cancel() returned false, and await() says cancelled");
        }
    }

    @Explore(schedules = 300)
    @Tag("task:forget")
    @DisplayName("Of those that have ended, the last two are remembered if two are to be kept")
    public void the_oldest_are_forgotten(Run run) throws Exception {
        var registry = new TaskRegistry(2);
        var ids = new ArrayList<Long>();
        var tasks = List.<Callable<String>>of(() -> "a", failing(new IOException()), () -> "c");
        for (var task : tasks) {
            ids.add(registry.spawn(task));
            run.settle();
        }
        run.checkEquals(
                ids.subList(1, 3), List.copyOf(registry.list().keySet()), "who is remembered");
        run.checkEquals(TaskRegistry.Status.FAILED, registry.status(ids.get(1)), "the second");
        unknown(run, registry, ids.getFirst());
    }

    private static void unknown(Run run, TaskRegistry registry, long id) throws Exception {
        List<Callable<?>> calls =
                List.of(
                        () -> registry.status(id),
                        () -> registry.await(id),
                        () -> registry.cancel(id));
        int refused = 0;
        for (var call : calls) {
            try {
                call.call();
            } catch (NoSuchElementException e) {
                refused++;
            }
        }
        run.checkEquals(3, refused, "how many calls know nothing of the task");
    }

    @Explore(schedules = 500)
    @Tag("task:forget")
    @Tag("hidden")
    @DisplayName("When two are started and end at once, one is remembered if one is to be kept")
    public void two_end_at_once(Run run) throws Exception {
        var registry = new TaskRegistry(1);
        for (int i = 0; i < 2; i++) {
            run.go("starting " + i, () -> registry.spawn(() -> "done"));
        }
        run.joinAll();
        run.settle();
        run.checkEquals(
                List.of(TaskRegistry.Status.SUCCEEDED),
                List.copyOf(registry.list().values()),
                "the status of those that are remembered");
    }

    @Explore(schedules = 300)
    @Tag("task:forget")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Who runs is kept, and who ended first is forgotten first")
    public void running_tasks_are_kept(Run run) throws Exception {
        var registry = new TaskRegistry(1);
        var gate = new Semaphore(0);
        long slow = registry.spawn(waiting(gate));
        long second = registry.spawn(() -> "b");
        run.settle();
        long third = registry.spawn(waiting(new Semaphore(0)));
        run.settle();
        registry.cancel(third);
        run.settle();
        run.checkEquals(
                List.of(slow, third), List.copyOf(registry.list().keySet()), "who is known");
        unknown(run, registry, second);
        gate.release();
        run.checkEquals("done", registry.await(slow), "the result");
        run.settle();
        run.checkEquals(List.of(slow), List.copyOf(registry.list().keySet()), "who is known");
    }
}
