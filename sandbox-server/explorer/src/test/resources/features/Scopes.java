package dev.interleave.explore.features;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/** Structured concurrency, which is a preview and so is compiled when the tests run. */
public class Scopes {

    private int value;

    @Explore(schedules = 200)
    @Expect("passed")
    public void scopeHandsOverResults(Run run) throws Exception {
        value = 1;
        try (var scope = StructuredTaskScope.open()) {
            var left = scope.fork(() -> value + 1);
            var right = scope.fork(() -> value + 2);
            scope.join();
            run.checkEquals(5, left.get() + right.get(), "sum");
        }
    }

    @Explore(schedules = 200)
    @Expect("passed")
    public void failureInterruptsTheOthers(Run run) throws Exception {
        var never = new CountDownLatch(1);
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> {
                never.await();
                return 1;
            });
            scope.fork(() -> {
                throw new IllegalStateException("failed");
            });
            scope.join();
            run.check(false, "join() returned");
        } catch (StructuredTaskScope.FailedException e) {
            run.check(e.getCause() instanceof IllegalStateException, "cause " + e.getCause());
        }
    }

    @Explore(schedules = 200)
    @Expect("passed")
    public void scopeTimesOutInVirtualTime(Run run) throws Exception {
        var never = new CountDownLatch(1);
        try (var scope = StructuredTaskScope.open(
                Joiner.<Integer>awaitAllSuccessfulOrThrow(), settings -> settings.withTimeout(Duration.ofHours(1)))) {
            scope.fork(() -> {
                never.await();
                return 1;
            });
            scope.join();
            run.check(false, "join() returned");
        } catch (StructuredTaskScope.TimeoutException e) {
            run.check(run.elapsed().toHours() == 1, "took " + run.elapsed());
        }
    }

    @Explore(schedules = 200)
    @Expect("race")
    public void subtasksRace(Run run) throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            for (var i = 0; i < 2; i++) {
                scope.fork(() -> {
                    value++;
                    return null;
                });
            }
            scope.join();
        }
    }
}
