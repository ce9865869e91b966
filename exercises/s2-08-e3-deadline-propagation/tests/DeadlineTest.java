import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.Rendezvous;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** Time is virtual here: it goes on while somebody sleeps, and hardly otherwise. */
public class DeadlineTest {

    /** What work returns that has looked at what is left. */
    private static final String CHECKED = "checked";

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Each step of a program takes a little virtual time, so a millisecond does not matter. */
    private static String checkLeft(Run run, long millis, String when) {
        return check(run, Deadline.left(), millis, when);
    }

    private static String check(Run run, Optional<Duration> left, long millis, String when) {
        run.check(
                left.isPresent(),
                "%s there should be a deadline, but there is none".formatted(when));
        long apart = millis - left.get().toMillis();
        run.check(
                apart >= 0 && apart <= 1,
                "%s %d ms should be left, not %d".formatted(when, millis, left.get().toMillis()));
        return CHECKED;
    }

    private static void ran(Run run, String result) {
        run.checkEquals(CHECKED, result, "what within() returns");
    }

    @Explore
    @Tag("task:limit")
    @DisplayName("Of 200 ms there are 150 left after 50 ms")
    public void what_is_left(Run run) throws Exception {
        String result =
                Deadline.within(
                        millis(200),
                        () -> {
                            run.sleep(millis(50));
                            checkLeft(run, 150, "After 50 ms");
                            return "tea";
                        });
        run.checkEquals("tea", result, "the result");
    }

    @Explore
    @Tag("task:limit")
    @DisplayName("Outside there is no deadline, neither before nor after")
    public void no_deadline_outside(Run run) throws Exception {
        run.checkEquals(Optional.empty(), Deadline.left(), "what is left before");
        Deadline.within(millis(200), () -> "");
        run.checkEquals(Optional.empty(), Deadline.left(), "what is left afterwards");
    }

    @Explore
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("When it is over, zero is left, and the work goes on")
    public void never_less_than_nothing(Run run) throws Exception {
        var left =
                Deadline.within(
                        millis(200),
                        () -> {
                            run.sleep(millis(300));
                            return Deadline.left();
                        });
        run.checkEquals(Optional.of(Duration.ZERO), left, "what is left");
    }

    @Explore
    @Tag("task:limit")
    @Tag("hidden")
    @DisplayName("The longest limit there is does not disturb it")
    public void the_longest_limit(Run run) throws Exception {
        var longest = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
        boolean century =
                Deadline.within(
                        longest,
                        () ->
                                Deadline.within(
                                        longest,
                                        () ->
                                                Deadline.left()
                                                        .map(Duration::toDays)
                                                        .filter(days -> days > 10_000)
                                                        .isPresent()));
        run.check(century, "after the longest limit was set, there was little time left");
    }

    @Explore
    @Tag("task:nested")
    @Tag("points:2")
    @DisplayName("Three nested calls share 200 ms")
    public void three_share_it(Run run) throws Exception {
        ran(run, nested(run, 3));
    }

    private static String nested(Run run, int levels) throws Exception {
        return Deadline.within(
                millis(200),
                () -> {
                    run.sleep(millis(50));
                    if (levels > 1) {
                        return nested(run, levels - 1);
                    }
                    return checkLeft(run, 50, "In the third call, after 3 times 50 ms,");
                });
    }

    @Explore
    @Tag("task:nested")
    @Tag("hidden")
    @DisplayName("A shorter limit within a longer one holds, and then the longer one holds again")
    public void the_earlier_one(Run run) throws Exception {
        ran(
                run,
                Deadline.within(
                        millis(200),
                        () -> {
                            ran(
                                    run,
                                    Deadline.within(
                                            millis(50), () -> checkLeft(run, 50, "Within 50 ms")));
                            return checkLeft(run, 200, "After that");
                        }));
    }

    @Explore
    @Tag("task:nested")
    @Tag("hidden")
    @DisplayName("It holds again also if what was within has thrown, and that comes out unchanged")
    public void what_throws(Run run) throws Exception {
        var failure = new IOException("broken");
        Deadline.within(
                millis(200),
                () -> {
                    try {
                        Deadline.within(
                                millis(50),
                                () -> {
                                    throw failure;
                                });
                        run.check(false, "The exception should have come through.");
                    } catch (IOException e) {
                        run.check(e == failure, "Another exception came through.");
                    }
                    checkLeft(run, 200, "After the failure");
                    return "";
                });
        run.checkEquals(Optional.empty(), Deadline.left(), "what is left outside");
    }

    @Explore
    @Tag("task:late")
    @Tag("points:2")
    @DisplayName("When the time is over, an inner call is not made")
    public void too_late(Run run) throws Exception {
        var called = new AtomicBoolean();
        String result =
                Deadline.within(
                        millis(100),
                        () -> {
                            run.sleep(millis(100));
                            refused(run, millis(50), called);
                            return "late";
                        });
        run.checkEquals("late", result, "what the outer work returns");
        run.check(!called.get(), "The work was run although no time was left.");
    }

    private static void refused(Run run, Duration limit, AtomicBoolean called) throws Exception {
        Callable<String> work =
                () -> {
                    called.set(true);
                    return "";
                };
        try {
            Deadline.within(limit, work);
            run.check(false, "within() should throw a TimeoutException.");
        } catch (TimeoutException expected) {
            run.settle();
        }
    }

    @Explore
    @Tag("task:late")
    @Tag("hidden")
    @DisplayName("A limit of zero or below leaves no time")
    public void no_time_at_all(Run run) throws Exception {
        var called = new AtomicBoolean();
        refused(run, Duration.ZERO, called);
        refused(run, Duration.ofSeconds(-1), called);
        run.check(!called.get(), "The work was run although there was no time for it.");
        run.checkEquals(Optional.empty(), Deadline.left(), "what is left afterwards");
    }

    @Explore
    @Tag("task:threads")
    @Tag("points:2")
    @DisplayName("Two threads at the same time have a deadline each")
    public void each_its_own(Run run) throws Exception {
        var meeting = new Rendezvous(run, 2);
        for (var limit : new long[] {100, 200}) {
            run.go(
                    "thread with " + limit + " ms",
                    () ->
                            ran(
                                    run,
                                    Deadline.within(
                                            millis(limit),
                                            () -> {
                                                meeting.meet();
                                                return checkLeft(run, limit, "At the beginning");
                                            })));
        }
    }

    @Explore
    @Tag("task:threads")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A subtask of a scope has the deadline of its owner")
    public void a_subtask(Run run) throws Exception {
        String result =
                Deadline.within(
                        millis(200),
                        () -> {
                            try (var scope = StructuredTaskScope.<Object>open()) {
                                var left = scope.fork(Deadline::left);
                                scope.join();
                                return check(run, left.get(), 200, "In the subtask");
                            }
                        });
        ran(run, result);
    }
}
