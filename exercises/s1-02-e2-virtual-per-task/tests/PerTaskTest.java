import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class PerTaskTest {

    @Test
    @Tag("task:virtual")
    @DisplayName("All threads are virtual")
    void all_virtual() throws Exception {
        Callable<Boolean> virtual = () -> Thread.currentThread().isVirtual();
        assertEquals(List.of(true, true), PerTask.runAll(List.of(virtual, virtual)));
    }

    @Test
    @Tag("task:virtual")
    @DisplayName("Results come in the order of the tasks")
    void in_order() throws Exception {
        List<Callable<Integer>> tasks =
                IntStream.range(0, 100).<Callable<Integer>>mapToObj(i -> () -> i).toList();
        assertEquals(IntStream.range(0, 100).boxed().toList(), PerTask.runAll(tasks));
    }

    @Explore(schedules = 300)
    @Tag("task:virtual")
    @Tag("hidden")
    @DisplayName("No thread runs two tasks")
    public void no_thread_twice(Run run) throws Exception {
        Callable<Long> id = () -> Thread.currentThread().threadId();
        var ids = PerTask.runAll(List.of(id, id, id));
        run.checkEquals(3, new HashSet<>(ids).size(), "how many threads there were");
    }

    @Test
    @Tag("task:many")
    @Tag("points:3")
    @DisplayName("Ten thousand tasks wait for each other, and get through")
    void ten_thousand() throws Exception {
        int count = 10_000;
        var meeting = new CountDownLatch(count);
        Callable<String> task =
                () -> {
                    meeting.countDown();
                    meeting.await();
                    return "";
                };
        assertEquals(count, PerTask.runAll(Collections.nCopies(count, task)).size());
    }

    @Test
    @Tag("task:failing")
    @DisplayName("What a task throws is the cause of an ExecutionException")
    void a_failure_is_thrown() {
        var failure = new IllegalArgumentException("broken");
        List<Callable<String>> tasks =
                List.of(
                        () -> "fine",
                        () -> {
                            throw failure;
                        });
        var thrown = assertThrows(ExecutionException.class, () -> PerTask.runAll(tasks));
        assertSame(failure, thrown.getCause());
    }

    @Explore(schedules = 300)
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("The others run to their ends first, and of two failures the first one counts")
    public void others_run_to_their_ends(Run run) throws Exception {
        var failed = new Semaphore(0);
        var ended = new AtomicInteger();
        List<Callable<String>> tasks =
                List.of(
                        () -> {
                            failed.acquire();
                            throw new StackOverflowError();
                        },
                        () -> {
                            failed.release(2);
                            throw new IllegalStateException();
                        },
                        () -> {
                            failed.acquire();
                            Thread.sleep(1000);
                            ended.incrementAndGet();
                            return "";
                        });
        try {
            PerTask.runAll(tasks);
            run.check(false, "runAll() should have thrown what its tasks threw");
        } catch (ExecutionException e) {
            run.checkEquals(StackOverflowError.class, e.getCause().getClass(), "the cause");
            run.checkEquals(1, ended.get(), "how many others had ended");
        }
    }

    @Explore(schedules = 300)
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt ends the wait, and the threads that were started")
    public void an_interrupt_ends_all(Run run) throws Exception {
        var never = new Semaphore(0);
        Callable<String> waits =
                () -> {
                    never.acquire();
                    return "";
                };
        new InterruptWitness(run, "caller", () -> PerTask.runAll(List.of(waits, waits)))
                .interruptToThrow();
    }
}
