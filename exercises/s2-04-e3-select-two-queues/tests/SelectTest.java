import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import dev.interleave.explore.probe.InterruptWitness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class SelectTest {

    private final Select<String, Integer> select = new Select<>();

    private static Select.Either<String, Integer> left(String value) {
        return new Select.Either.Left<>(value);
    }

    private static Select.Either<String, Integer> right(int value) {
        return new Select.Either.Right<>(value);
    }

    @Test
    @Tag("task:select")
    @DisplayName("A value of each side comes out as what it is")
    void either_side() throws InterruptedException {
        select.sendLeft("tea");
        assertEquals(left("tea"), select.select());
        select.sendRight(1);
        assertEquals(right(1), select.select());
        select.sendRight(2);
        assertEquals(right(2), select.select());
    }

    @Test
    @Tag("task:select")
    @DisplayName("Each side keeps its order")
    void in_order() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            select.sendRight(i);
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(right(i), select.select());
        }
    }

    @Explore
    @Tag("task:select")
    @Tag("points:2")
    @DisplayName("select() waits for either side, without using the processor")
    public void waits_for_either_side(Run run) throws Exception {
        boolean fromLeft = run.choose(2) == 0;
        var expected = fromLeft ? left("tea") : right(1);
        var clerk = run.go("clerk", () -> run.checkEquals(expected, select.select(), "the value"));
        run.sleep(Duration.ofSeconds(10));
        run.check(!run.ended(clerk), "select() returned before anything was sent");
        if (fromLeft) {
            select.sendLeft("tea");
        } else {
            select.sendRight(1);
        }
    }

    @Explore
    @Tag("task:nothing-lost")
    @Tag("points:2")
    @DisplayName("Values are sent on both sides at once, and both are received")
    public void both_sides_at_once(Run run) throws Exception {
        run.go("left", () -> select.sendLeft("tea"));
        run.go("right", () -> select.sendRight(1));
        var received = Set.of(select.select(), select.select());
        run.checkEquals(Set.of(left("tea"), right(1)), received, "what was received");
    }

    @Explore
    @Tag("task:nothing-lost")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Two clerks wait, and each gets one of two values")
    public void two_clerks(Run run) throws Exception {
        var received = new ConcurrentLinkedQueue<Select.Either<String, Integer>>();
        for (int i = 0; i < 2; i++) {
            run.go("clerk " + i, () -> received.add(select.select()));
        }
        boolean leftFirst = run.choose(2) == 0;
        run.go(
                "sender",
                () -> {
                    if (leftFirst) {
                        select.sendLeft("tea");
                    }
                    select.sendRight(1);
                    if (!leftFirst) {
                        select.sendLeft("tea");
                    }
                });
        run.joinAll();
        run.checkEquals(2, received.size(), "how many were received");
        run.checkEquals(Set.of(left("tea"), right(1)), Set.copyOf(received), "what was received");
    }

    @Explore(schedules = 300)
    @Tag("task:nothing-lost")
    @DisplayName("An interrupt ends the wait, and the next value goes to somebody else")
    public void an_interrupt_ends_the_wait(Run run) throws Exception {
        new InterruptWitness(run, "clerk", select::select).interruptToThrow();
        select.sendLeft("tea");
        run.checkEquals(left("tea"), select.select(), "the value");
    }

    @Explore
    @Tag("task:nothing-lost")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Who is interrupted when a value comes has it, or has not taken it")
    public void an_interrupt_takes_nothing(Run run) throws Exception {
        var received = new AtomicInteger();
        var clerk =
                run.go(
                        "clerk",
                        () -> {
                            try {
                                run.checkEquals(left("tea"), select.select(), "the value");
                                received.incrementAndGet();
                            } catch (Exception e) {
                                // The value, if there is one, is still there.
                                run.check(e instanceof InterruptedException, "it threw " + e);
                            }
                        });
        run.go("sender", () -> select.sendLeft("tea"));
        run.go("impatient", clerk::interrupt);
        run.joinAll();
        if (received.get() == 0) {
            var second = new InterruptWitness(run, "second clerk", () -> select.select());
            run.settle();
            boolean got = run.ended(second.thread());
            second.thread().interrupt();
            run.joinAll();
            run.check(got, "a value was sent, an interrupted clerk took it, and it is gone");
        }
    }

    @Test
    @Tag("task:turns")
    @Tag("points:2")
    @DisplayName("When both sides have something, they take turns")
    void they_take_turns() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            select.sendLeft("tea " + i);
        }
        for (int i = 0; i < 3; i++) {
            select.sendRight(i);
        }
        checkTurns(3);
    }

    /** Whoever has the first turn, in each pair there is one of each side. */
    private void checkTurns(int pairs) throws InterruptedException {
        List<String> sides = new ArrayList<>();
        for (int i = 0; i < 2 * pairs; i++) {
            sides.add(select.select() instanceof Select.Either.Left ? "left" : "right");
        }
        for (int i = 1; i < sides.size(); i++) {
            assertNotEquals(sides.get(i - 1), sides.get(i), "two in a row from one side");
        }
    }

    @Test
    @Tag("task:turns")
    @Tag("hidden")
    @DisplayName("Also if the right side has the flood, and in two thousand")
    void a_flood_from_the_right() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            select.sendRight(i);
        }
        for (int i = 0; i < 1_000; i++) {
            select.sendLeft("tea");
        }
        checkTurns(1_000);
    }

    @Explore
    @Tag("task:turns")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("Two clerks at once take turns, too")
    public void two_clerks_take_turns(Run run) throws Exception {
        for (int i = 0; i < 2; i++) {
            select.sendLeft("tea");
            select.sendRight(1);
        }
        var received = new ConcurrentLinkedQueue<Select.Either<String, Integer>>();
        for (int i = 0; i < 2; i++) {
            run.go("clerk " + i, () -> received.add(select.select()));
        }
        run.joinAll();
        run.checkEquals(Set.of(left("tea"), right(1)), Set.copyOf(received), "what was received");
    }
}
