import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InFlight;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class AllOrErrorsTest {

    @Test
    @Tag("task:results")
    @DisplayName("The results come in the order of the tasks")
    void results_in_order() throws Exception {
        List<Callable<String>> tasks = List.of(() -> "a", () -> "b", () -> "c");
        assertEquals(List.of("a", "b", "c"), AllOrErrors.run(tasks));
        assertEquals(List.of(), AllOrErrors.run(List.<Callable<String>>of()));
    }

    @Test
    @Tag("task:results")
    @Tag("hidden")
    @DisplayName("null is a result")
    void null_is_a_result() throws Exception {
        List<Callable<String>> tasks = List.of(() -> null, () -> "b");
        assertEquals(Arrays.asList(null, "b"), AllOrErrors.run(tasks));
    }

    @Explore
    @Tag("task:results")
    @Tag("points:2")
    @DisplayName("All tasks are under way at the same time")
    public void all_are_under_way(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        Callable<String> task =
                () -> {
                    meeting.meet();
                    return "met";
                };
        run.checkEquals(
                List.of("met", "met", "met"),
                AllOrErrors.run(List.of(task, task, task)),
                "the results");
    }

    private static Callable<String> failing(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }

    private static ExecutionException thrownBy(List<Callable<String>> tasks) {
        return assertThrows(ExecutionException.class, () -> AllOrErrors.run(tasks));
    }

    @Test
    @Tag("task:failures")
    @DisplayName("The first failure is the cause, the others are suppressed")
    void the_others_are_suppressed() {
        var one = new IOException("one");
        var two = new IllegalStateException("two");
        var three = new StackOverflowError("three");
        var thrown = thrownBy(List.of(failing(one), () -> "fine", failing(two), failing(three)));
        assertSame(one, thrown.getCause());
        assertArrayEquals(new Throwable[] {two, three}, thrown.getSuppressed());
        assertEquals(0, one.getSuppressed().length);
    }

    @Explore
    @Tag("task:failures")
    @DisplayName("A failure does not disturb the others")
    public void a_failure_disturbs_nobody(Run run) throws Exception {
        var goOn = new Semaphore(0);
        var done = new AtomicBoolean();
        Callable<String> other =
                () -> {
                    goOn.acquire();
                    done.set(true);
                    return "done";
                };
        var caller =
                run.go(
                        "caller",
                        () -> {
                            try {
                                AllOrErrors.run(List.of(failing(new IOException("one")), other));
                                run.check(false, "run() should have thrown");
                            } catch (ExecutionException e) {
                                run.check(done.get(), "run() threw before the other had ended");
                            }
                        });
        run.settle();
        run.check(!run.ended(caller), "run() returned before the other task had ended");
        goOn.release();
    }

    @Explore
    @Tag("task:failures")
    @Tag("hidden")
    @DisplayName("The order is that of the tasks, not of the clock")
    public void the_order_is_that_of_the_tasks(Run run) throws Exception {
        var second = new CountDownLatch(1);
        var one = new IOException("one");
        var two = new IOException("two");
        Callable<String> late =
                () -> {
                    second.await();
                    throw one;
                };
        Callable<String> early =
                () -> {
                    second.countDown();
                    throw two;
                };
        try {
            AllOrErrors.run(List.of(late, early));
            run.check(false, "run() should have thrown");
        } catch (ExecutionException e) {
            run.checkEquals(one, e.getCause(), "the cause");
            run.checkEquals(List.of(two), List.of(e.getSuppressed()), "the suppressed");
        }
    }

    @Test
    @Tag("task:failures")
    @Tag("hidden")
    @DisplayName("Two tasks may throw the same object")
    void two_tasks_may_throw_the_same_object() {
        var shared = new IOException("the pool is closed");
        var thrown = thrownBy(List.of(failing(shared), failing(shared)));
        assertSame(shared, thrown.getCause());
        assertArrayEquals(new Throwable[] {shared}, thrown.getSuppressed());
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends the tasks, and run() throws")
    public void an_interrupt_ends_all(Run run) throws Exception {
        var never = new Semaphore(0);
        var underWay = new InFlight();
        Callable<String> waits =
                () -> {
                    try (var _ = underWay.enter()) {
                        never.acquire();
                    }
                    return "";
                };
        new InterruptWitness(run, "caller", () -> AllOrErrors.run(List.of(waits, waits)))
                .interruptToThrow();
        run.checkEquals(0, underWay.now(), "tasks that still run when run() has thrown");
    }
}
