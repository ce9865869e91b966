import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class RunAllTest {

    @Explore
    @Tag("task:results")
    @DisplayName("Each task runs on its own thread, and they are called w-0 and w-1")
    public void names_of_the_threads(Run run) throws Exception {
        Callable<String> name = () -> Thread.currentThread().getName();
        run.checkEquals(
                List.of("w-0", "w-1"), RunAll.runAll(List.of(name, name)), "the threads' names");
    }

    /** A scenario has virtual threads only, so this one runs as it is. */
    @Test
    @Tag("task:results")
    @Tag("hidden")
    @DisplayName("The threads are platform threads")
    void on_platform_threads() throws Exception {
        Callable<Boolean> virtual = () -> Thread.currentThread().isVirtual();
        assertEquals(List.of(false), RunAll.runAll(List.of(virtual)));
    }

    @Explore
    @Tag("task:results")
    @DisplayName("Results come in the order of the tasks, whichever ends first")
    public void order_of_the_tasks(Run run) throws Exception {
        List<Callable<String>> tasks = List.of(() -> "first", () -> "second");
        run.checkEquals(List.of("first", "second"), RunAll.runAll(tasks), "the results");
    }

    @Explore
    @Tag("task:together")
    @Tag("points:2")
    @DisplayName("Three tasks are under way at the same time")
    public void all_are_under_way(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            tasks.add(
                    () -> {
                        meeting.meet();
                        return number;
                    });
        }
        run.checkEquals(List.of(0, 1, 2), RunAll.runAll(tasks), "the results");
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
        var thrown = assertThrows(ExecutionException.class, () -> RunAll.runAll(tasks));
        assertEquals(failure, thrown.getCause());
    }

    @Explore
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("An Error is carried over, too, and of two failures the one of the lower index")
    public void the_first_failure_counts(Run run) throws Exception {
        List<Callable<String>> tasks =
                List.of(
                        () -> {
                            throw new StackOverflowError();
                        },
                        () -> {
                            throw new IllegalStateException();
                        });
        try {
            RunAll.runAll(tasks);
            run.check(false, "runAll() should have thrown what its tasks threw");
        } catch (ExecutionException e) {
            run.checkEquals(StackOverflowError.class, e.getCause().getClass(), "the cause");
        }
    }

    @Explore
    @Tag("task:failing")
    @Tag("hidden")
    @DisplayName("When one task throws, the other runs to its end before runAll() throws")
    public void others_run_to_their_end(Run run) throws Exception {
        var done = Collections.synchronizedList(new ArrayList<String>());
        List<Callable<String>> tasks =
                List.of(
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        () -> {
                            Thread.sleep(1000);
                            done.add("other");
                            return "";
                        });
        try {
            RunAll.runAll(tasks);
            run.check(false, "runAll() should have thrown what its task threw");
        } catch (ExecutionException e) {
            run.checkEquals(List.of("other"), done, "the tasks that ended before runAll() threw");
        }
    }

    @Explore
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
        var caller =
                new InterruptWitness(run, "caller", () -> RunAll.runAll(List.of(waits, waits)));
        caller.interruptToThrow();
    }
}
