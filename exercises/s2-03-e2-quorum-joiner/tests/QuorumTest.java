import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

public class QuorumTest {

    private static Callable<String> failing() {
        return () -> {
            throw new IOException("no answer");
        };
    }

    private static Callable<String> silent() {
        var never = new Semaphore(0);
        return () -> {
            never.acquire();
            return "late";
        };
    }

    private static List<String> ask(int needed, List<Callable<String>> servers)
            throws InterruptedException {
        var quorum = new Quorum<String>(needed, servers.size());
        try (var scope = StructuredTaskScope.open(quorum)) {
            servers.forEach(scope::fork);
            return scope.join();
        }
    }

    private static void checkResults(Run run, Set<String> expected, List<String> results) {
        run.check(results != null, "join() returned null");
        run.checkEquals(expected.size(), results.size(), "the number of results");
        run.checkEquals(expected, Set.copyOf(results), "the results");
    }

    private static void checkHopeless(Run run, int needed, List<Callable<String>> servers)
            throws InterruptedException {
        try {
            var results = ask(needed, servers);
            run.check(false, "there was no quorum, and join() returned " + results);
        } catch (FailedException e) {
            run.checkEquals(IllegalStateException.class, e.getCause().getClass(), "the cause");
        }
    }

    @Explore(schedules = 300)
    @Tag("task:enough")
    @DisplayName("All are needed, and all succeed")
    public void all_of_them(Run run) throws Exception {
        checkResults(run, Set.of("a", "b"), ask(2, List.of(() -> "a", () -> "b")));
    }

    @Explore(schedules = 300)
    @Tag("task:enough")
    @Tag("points:2")
    @DisplayName("When two of three have succeeded, nobody waits for the third")
    public void enough_is_enough(Run run) throws Exception {
        checkResults(run, Set.of("a", "b"), ask(2, List.of(() -> "a", silent(), () -> "b")));
    }

    @Explore(schedules = 500)
    @Tag("task:enough")
    @Tag("hidden")
    @DisplayName("Three succeed, and one is needed: there is one result")
    public void exactly_so_many(Run run) throws Exception {
        var meeting = new Rendezvous(run, 3);
        Callable<String> server =
                () -> {
                    try {
                        meeting.meet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "a";
                };
        checkResults(run, Set.of("a"), ask(1, List.of(server, server, server)));
    }

    @Explore(schedules = 300)
    @Tag("task:enough")
    @Tag("hidden")
    @DisplayName("The first one fails, and the last two succeed")
    public void the_last_two_succeed(Run run) throws Exception {
        var failed = new Semaphore(0);
        Callable<String> first =
                () -> {
                    failed.release(2);
                    throw new IOException("no answer");
                };
        Callable<String> second =
                () -> {
                    failed.acquire();
                    return "b";
                };
        Callable<String> third =
                () -> {
                    failed.acquire();
                    return "c";
                };
        checkResults(run, Set.of("b", "c"), ask(2, List.of(first, second, third)));
    }

    @Explore(schedules = 300)
    @Tag("task:hopeless")
    @Tag("points:2")
    @DisplayName("When two of three have failed and two are needed, nobody waits for the third")
    public void it_cannot_come_any_more(Run run) throws Exception {
        checkHopeless(run, 2, List.of(failing(), silent(), failing()));
    }

    @Explore(schedules = 300)
    @Tag("task:hopeless")
    @Tag("hidden")
    @DisplayName("All fail")
    public void all_fail(Run run) throws Exception {
        checkHopeless(run, 1, List.of(failing(), failing()));
    }

    @Explore(schedules = 300)
    @Tag("task:hopeless")
    @Tag("hidden")
    @DisplayName("A failure before the others are forked is not the end")
    public void others_are_still_to_come(Run run) throws Exception {
        try (var scope = StructuredTaskScope.open(new Quorum<String>(1, 2))) {
            scope.fork(failing());
            run.settle();
            scope.fork(() -> "b");
            checkResults(run, Set.of("b"), scope.join());
        }
    }

    @Explore
    @Tag("task:threads")
    @Tag("points:2")
    @DisplayName("Two succeed and one fails at the same time, and all are counted")
    public void two_at_the_same_time(Run run) throws Exception {
        checkResults(run, Set.of("a", "b"), ask(2, List.of(() -> "a", failing(), () -> "b")));
    }

    @Explore(schedules = 300)
    @Tag("task:asked")
    @Tag("hidden")
    @DisplayName("A joiner that has served a scope serves no other")
    public void for_one_scope_only(Run run) throws Exception {
        var quorum = new Quorum<String>(1, 1);
        try (var scope = StructuredTaskScope.open(quorum)) {
            scope.fork(() -> "a");
            checkResults(run, Set.of("a"), scope.join());
        }
        try (var scope = StructuredTaskScope.open(quorum)) {
            boolean refused = false;
            try {
                scope.fork(() -> "b");
            } catch (IllegalStateException e) {
                refused = true;
            }
            try {
                scope.join();
            } catch (FailedException e) {
                // What a joiner says that was used before does not matter.
            }
            run.check(refused, "the joiner was used for a second scope");
        }
    }
}
