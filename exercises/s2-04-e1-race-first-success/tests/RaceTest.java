import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interleave.explore.Body;
import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class RaceTest {

    private static Callable<String> answering(String answer) {
        return () -> answer;
    }

    private static Callable<String> failing(Throwable failure) {
        return () -> {
            switch (failure) {
                case Exception e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        };
    }

    private static Callable<String> waiting(Semaphore never) {
        return () -> {
            never.acquire();
            return "late";
        };
    }

    @Test
    @Tag("task:winner")
    @DisplayName("One task alone wins")
    void one_alone() throws Exception {
        assertEquals("tea", Race.first(List.of(answering("tea"))));
    }

    @Explore
    @Tag("task:winner")
    @Tag("points:2")
    @DisplayName("Three tasks are under way at the same time")
    public void all_at_the_same_time(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        Callable<String> task =
                () -> {
                    meeting.meet();
                    return "tea";
                };
        run.checkEquals("tea", Race.first(List.of(task, task, task)), "the result");
    }

    @Explore
    @Tag("task:winner")
    @Tag("points:2")
    @DisplayName("A task that fails first does not win")
    public void the_first_to_end_fails(Run run) throws Exception {
        var failed = new Semaphore(0);
        Callable<String> slow =
                () -> {
                    failed.acquire();
                    return "tea";
                };
        Callable<String> quick =
                () -> {
                    failed.release();
                    throw new IOException("refused");
                };
        run.checkEquals("tea", Race.first(List.of(quick, slow)), "the result");
    }

    @Explore
    @Tag("task:losers")
    @Tag("points:2")
    @DisplayName("When somebody has won, those who wait are interrupted")
    public void losers_are_interrupted(Run run) throws Exception {
        var never = new Semaphore(0);
        var tasks = List.of(waiting(never), answering("tea"), waiting(never));
        run.checkEquals("tea", Race.first(tasks), "the result");
    }

    @Explore
    @Tag("task:losers")
    @Tag("hidden")
    @DisplayName("When first() returns, the losers have cleaned up and ended")
    public void losers_have_ended(Run run) throws Exception {
        var never = new Semaphore(0);
        var begun = new AtomicInteger();
        var ended = new AtomicInteger();
        Callable<String> loser =
                () -> {
                    begun.incrementAndGet();
                    try {
                        never.acquire();
                    } finally {
                        Thread.yield();
                        ended.incrementAndGet();
                    }
                    return "late";
                };
        run.checkEquals("tea", Race.first(List.of(loser, answering("tea"))), "the result");
        run.checkEquals(begun.get(), ended.get(), "how many losers had ended");
    }

    @Explore
    @Tag("task:failures")
    @DisplayName("If both fail, the first one's failure is the cause, the other is suppressed")
    public void both_fail(Run run) throws Exception {
        allFail(run, new IOException("a"), new IOException("b"));
    }

    private static void allFail(Run run, Throwable... failures) throws Exception {
        var tasks = Stream.of(failures).map(RaceTest::failing).toList();
        try {
            Race.first(tasks);
            run.check(false, "first() should throw an ExecutionException.");
        } catch (ExecutionException e) {
            run.checkEquals(failures[0], e.getCause(), "the cause");
            var others = List.of(failures).subList(1, failures.length);
            run.checkEquals(others, List.of(e.getCause().getSuppressed()), "what is suppressed");
        }
    }

    @Explore
    @Tag("task:failures")
    @Tag("hidden")
    @DisplayName("Of three failures, an Error among them, all are told, in the order of the list")
    public void all_are_told(Run run) throws Exception {
        allFail(run, new IOException("a"), new StackOverflowError("b"), new IOException("c"));
    }

    @Test
    @Tag("task:failures")
    @Tag("hidden")
    @DisplayName("Two tasks that throw the same exception have failed, too")
    void the_same_failure_twice() {
        var failure = new IOException("both");
        assertSame(failure, failureOf(List.of(failing(failure), failing(failure))));
    }

    @Test
    @Tag("task:failures")
    @Tag("hidden")
    @DisplayName("An InterruptedException of a task is a failure, and no interrupt of the caller")
    void a_task_throws_interrupted() {
        var failure = new InterruptedException("the task's own");
        assertSame(failure, failureOf(List.of(failing(failure))));
    }

    private static Throwable failureOf(List<Callable<String>> tasks) {
        return assertThrows(ExecutionException.class, () -> Race.first(tasks)).getCause();
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends all tasks, and first() throws")
    public void an_interrupt_ends_all(Run run) throws Exception {
        var never = new Semaphore(0);
        var ended = new AtomicInteger();
        Callable<String> waits =
                () -> {
                    try {
                        never.acquire();
                        return "";
                    } finally {
                        Thread.yield();
                        ended.incrementAndGet();
                    }
                };
        var before = new AtomicInteger();
        Body call =
                () -> {
                    try {
                        Race.first(List.of(waits, waits));
                    } catch (InterruptedException e) {
                        before.set(ended.get());
                        throw e;
                    }
                };
        new InterruptWitness(run, "caller", call).interruptToThrow();
        if (ended.get() == 2) { // Who has not heard of the interrupt is a leak.
            run.checkEquals(2, before.get(), "how many tasks had ended before it threw");
        }
    }
}
