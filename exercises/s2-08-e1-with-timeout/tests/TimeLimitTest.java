import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.interleave.explore.Body;
import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class TimeLimitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Tag("task:outcome")
    @DisplayName("Work that is done in time gives Done with its result")
    void done_in_time() throws InterruptedException {
        assertEquals(new TimeLimit.Outcome.Done<>(42), TimeLimit.run(MINUTE, () -> 42));
    }

    @Test
    @Tag("task:outcome")
    @DisplayName("Work that throws gives Failed with what it threw")
    void failed_in_time() throws InterruptedException {
        var failure = new IOException("broken");
        TimeLimit.Outcome<String> outcome =
                TimeLimit.run(
                        MINUTE,
                        () -> {
                            throw failure;
                        });
        assertEquals(new TimeLimit.Outcome.Failed<String>(failure), outcome);
    }

    @Test
    @Tag("task:outcome")
    @Tag("hidden")
    @DisplayName("A TimeoutException of the work is a failure like others")
    void a_timeout_of_the_work_is_a_failure() throws InterruptedException {
        var failure = new TimeoutException("the work's own");
        TimeLimit.Outcome<String> outcome =
                TimeLimit.run(
                        MINUTE,
                        () -> {
                            throw failure;
                        });
        assertEquals(new TimeLimit.Outcome.Failed<String>(failure), outcome);
    }

    @Explore
    @Tag("task:late")
    @Tag("points:2")
    @DisplayName("Work that takes too long is interrupted after one minute")
    public void late_work_is_interrupted(Run run) throws Exception {
        var never = new Semaphore(0);
        var outcome =
                TimeLimit.run(
                        MINUTE,
                        () -> {
                            never.acquire();
                            return "";
                        });
        run.checkEquals(new TimeLimit.Outcome.TimedOut<String>(), outcome, "the outcome");
        run.checkEquals(60L, run.elapsed().toSeconds(), "the seconds that it took");
    }

    @Explore
    @Tag("task:late")
    @Tag("hidden")
    @DisplayName("When run() returns, late work has cleaned up and ended")
    public void late_work_has_ended(Run run) throws Exception {
        var never = new Semaphore(0);
        var cleanedUp = new AtomicBoolean();
        var outcome =
                TimeLimit.run(
                        MINUTE,
                        () -> {
                            try {
                                never.acquire();
                            } finally {
                                Thread.yield();
                                cleanedUp.set(true);
                            }
                            return "";
                        });
        run.checkEquals(new TimeLimit.Outcome.TimedOut<String>(), outcome, "the outcome");
        run.check(cleanedUp.get(), "run() returned while the work was still cleaning up");
    }

    @Explore
    @Tag("task:late")
    @Tag("hidden")
    @DisplayName("Work that takes 59 seconds is done within a minute")
    public void just_in_time(Run run) throws Exception {
        var outcome =
                TimeLimit.run(
                        MINUTE,
                        () -> {
                            run.sleep(Duration.ofSeconds(59));
                            return "done";
                        });
        run.checkEquals(new TimeLimit.Outcome.Done<>("done"), outcome, "the outcome");
    }

    @Test
    @Tag("task:edges")
    @DisplayName("The longest limit there is does not disturb it")
    void the_longest_limit() throws InterruptedException {
        var longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        assertEquals(new TimeLimit.Outcome.Done<>("done"), TimeLimit.run(longest, () -> "done"));
    }

    @Explore
    @Tag("task:interrupt")
    @Tag("points:2")
    @DisplayName("An interrupt of the caller ends the work, and run() throws")
    public void an_interrupt_ends_the_work(Run run) throws Exception {
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
                        TimeLimit.run(MINUTE, waits);
                    } catch (InterruptedException e) {
                        before.set(ended.get());
                        throw e;
                    }
                };
        new InterruptWitness(run, "caller", call).interruptToThrow();
        if (ended.get() == 1) { // Who has not heard of the interrupt is a leak.
            run.checkEquals(1, before.get(), "whether the work had ended before it threw");
        }
    }
}
