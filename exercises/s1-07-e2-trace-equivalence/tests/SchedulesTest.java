import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    /** What the tasks of the tests work on. */
    private static final class Shared {

        int counter;
        int[] seen = new int[3];
        final List<String> log = new ArrayList<>();
    }

    @SafeVarargs
    private static Schedules.Task<Shared> task(Consumer<Shared>... pieces) {
        return new Schedules.Task<>(List.of(pieces), Set.of());
    }

    @SafeVarargs
    private static Schedules.Task<Shared> after(int other, Consumer<Shared>... pieces) {
        return new Schedules.Task<>(List.of(pieces), Set.of(other));
    }

    /** Reads, awaits, writes. */
    private static Schedules.Task<Shared> increment(int task) {
        return task(s -> s.seen[task] = s.counter, s -> s.counter = s.seen[task] + 1);
    }

    private static Consumer<Shared> says(String word) {
        return s -> s.log.add(word);
    }

    private static <R> void same(List<Schedules.Task<Shared>> tasks, Function<Shared, R> result) {
        var found = Schedules.difference(Shared::new, tasks, result);
        assertEquals(Optional.empty(), found, "a difference between schedules");
    }

    private static <R> void differ(List<Schedules.Task<Shared>> tasks, Function<Shared, R> result) {
        var found = Schedules.difference(Shared::new, tasks, result);
        assertTrue(found.isPresent(), "two schedules differ, and none were found");
        var one = run(tasks, result, found.get().one());
        var other = run(tasks, result, found.get().other());
        assertNotEquals(one, other, "the results of " + found.get() + " are the same");
    }

    /** Runs a schedule, which must be complete and keep the joins. */
    private static <R> R run(
            List<Schedules.Task<Shared>> tasks,
            Function<Shared, R> result,
            List<Integer> schedule) {
        var state = new Shared();
        int[] done = new int[tasks.size()];
        for (int i : schedule) {
            var task = tasks.get(i);
            for (int other : task.after()) {
                int size = tasks.get(other).pieces().size();
                assertEquals(size, done[other], schedule + ": a task did not wait for the other");
            }
            assertTrue(done[i] < task.pieces().size(), schedule + ": task " + i + " is over");
            task.pieces().get(done[i]++).accept(state);
        }
        for (int i = 0; i < done.length; i++) {
            assertEquals(tasks.get(i).pieces().size(), done[i], schedule + " is not complete");
        }
        return result.apply(state);
    }

    @Test
    @Tag("task:every")
    @DisplayName("Two tasks that share nothing give one result")
    void independent_tasks() {
        same(
                List.of(task(s -> s.seen[0]++, s -> s.seen[0]++), task(s -> s.seen[1]++)),
                s -> List.of(s.seen[0], s.seen[1]));
    }

    @Test
    @Tag("task:every")
    @Tag("hidden")
    @DisplayName("Results that are equal are the same result")
    void equal_results() {
        same(
                List.of(task(s -> s.counter += 500), task(s -> s.counter += 700)),
                s -> new ArrayList<>(List.of(s.counter)));
    }

    @Test
    @Tag("task:every")
    @Tag("hidden")
    @DisplayName("No task at all, an empty one, and a result of null")
    void nothing_to_do() {
        same(List.of(), s -> s.counter);
        same(List.of(task(), task(s -> s.counter++)), s -> s.counter);
        same(List.of(task(s -> s.counter++), task(s -> s.counter++)), _ -> null);
    }

    @Test
    @Tag("task:counterexample")
    @Tag("points:2")
    @DisplayName("Read, await, write: some order loses an increment")
    void a_lost_increment() {
        differ(List.of(increment(0), increment(1)), s -> s.counter);
    }

    @Test
    @Tag("task:counterexample")
    @DisplayName("Both schedules are complete")
    void the_schedules_are_complete() {
        differ(List.of(task(says("a"), says("b")), task(says("c"))), s -> s.log);
    }

    @Test
    @Tag("task:counterexample")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("A result that only comes when three tasks are under way together is found")
    void three_tasks() {
        Function<Shared, Boolean> together =
                s ->
                        s.log.lastIndexOf("begin") < s.log.indexOf("end")
                                && s.log.indexOf("begin") == 0;
        var task = task(says("begin"), says("end"));
        differ(List.of(task, task, task), together);
    }

    @Test
    @Tag("task:counterexample")
    @Tag("hidden")
    @DisplayName("Results that differ may have the same hash code")
    void results_with_the_same_hash_code() {
        differ(List.of(task(says("Aa")), task(says("BB"))), s -> s.log.getFirst());
    }

    @Test
    @Tag("task:fresh")
    @DisplayName("Each schedule begins with a new state")
    void each_from_the_beginning() {
        var states = new ArrayList<Shared>();
        var tasks = List.of(task(s -> s.counter++), task(s -> s.counter++));
        var found =
                Schedules.difference(
                        () -> {
                            states.add(new Shared());
                            return states.getLast();
                        },
                        tasks,
                        s -> s.counter);
        assertEquals(Optional.empty(), found, "a difference between schedules");
        assertTrue(states.size() >= 2, "two orders were to be tried");
        for (var state : states) {
            assertTrue(state.counter == 2 || state.counter == 0, "a state was used again");
        }
    }

    @Test
    @Tag("task:joins")
    @DisplayName("What a join forbids is no difference")
    void a_join_forbids_the_order() {
        same(List.of(task(says("a")), after(0, says("b"))), s -> s.log);
        same(List.of(after(1, says("a")), task(says("b"))), s -> s.log);
    }

    @Test
    @Tag("task:joins")
    @Tag("hidden")
    @DisplayName("A join waits for the end of a task, not for its beginning")
    void a_join_waits_for_the_end() {
        same(List.of(task(says("a"), says("b")), after(0, says("c"), says("d"))), s -> s.log);
        same(List.of(task(), after(0, says("c"))), s -> s.log);
    }

    @Test
    @Tag("task:joins")
    @Tag("hidden")
    @DisplayName("A join for one of three leaves the orders of the others")
    void a_join_leaves_other_orders() {
        differ(
                List.of(task(says("a")), after(0, says("b"), says("c")), task(says("d"))),
                s -> s.log.indexOf("d") == 2);
    }
}
