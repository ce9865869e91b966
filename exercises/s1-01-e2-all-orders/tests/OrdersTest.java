import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private static Orders.Step print(String line) {
        return new Orders.Step.Print(line);
    }

    private static Orders.Step spawn(String name, Orders.Step... steps) {
        return new Orders.Step.Spawn(name, List.of(steps));
    }

    private static Orders.Step join(String name) {
        return new Orders.Step.Join(name);
    }

    /** The orders, each as one word: its lines one behind the other. */
    private static Set<String> orders(Orders.Step... program) {
        var orders = Orders.of(List.of(program));
        assertNotNull(orders, "of() returned null");
        return orders.stream()
                .map(lines -> String.join("", lines))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Test
    @Tag("task:tasks")
    @DisplayName("A line of the program and one of a task: two orders")
    void one_and_one() {
        assertEquals(Set.of("ab", "ba"), orders(spawn("t", print("a")), print("b")));
    }

    @Test
    @Tag("task:tasks")
    @DisplayName("Two lines and two lines: six orders")
    void two_and_two() {
        assertEquals(
                Set.of("abxy", "axby", "axyb", "xaby", "xayb", "xyab"),
                orders(spawn("t", print("a"), print("b")), print("x"), print("y")));
    }

    @Test
    @Tag("task:tasks")
    @Tag("hidden")
    @DisplayName("What stands before the spawning comes before the task")
    void before_the_spawning() {
        assertEquals(Set.of("xab", "xba"), orders(print("x"), spawn("t", print("a")), print("b")));
    }

    @Test
    @Tag("task:tasks")
    @Tag("hidden")
    @DisplayName("Three tasks of one line, and tasks that spawn tasks")
    void three_tasks() {
        assertEquals(
                Set.of("abc", "acb", "bac", "bca", "cab", "cba"),
                orders(spawn("s", print("a")), spawn("t", print("b")), print("c")));
        assertEquals(
                Set.of("abc", "acb", "cab"),
                orders(spawn("s", print("a"), spawn("t", print("b"))), print("c")));
    }

    @Test
    @Tag("task:tasks")
    @Tag("hidden")
    @DisplayName("A program that prints nothing has one output, and equal lines make equal orders")
    void nothing_to_print() {
        assertEquals(Set.of(List.of()), Orders.of(List.of()));
        assertEquals(Set.of(List.of()), Orders.of(List.of(spawn("t"), join("t"))));
        assertEquals(Set.of("aa"), orders(spawn("t", print("a")), print("a")));
    }

    @Test
    @Tag("task:joins")
    @Tag("points:2")
    @DisplayName("A join forbids orders")
    void a_join_forbids_orders() {
        assertEquals(Set.of("ab"), orders(spawn("t", print("a")), join("t"), print("b")));
        assertEquals(
                Set.of("axb", "xab"),
                orders(spawn("t", print("a")), print("x"), join("t"), print("b")));
    }

    @Test
    @Tag("task:joins")
    @Tag("hidden")
    @DisplayName("A task can join another one, and a join does not wait for tasks of the task")
    void tasks_that_join() {
        assertEquals(
                Set.of("abc", "acb", "cab"),
                orders(
                        spawn("s", print("a")),
                        spawn("t", join("s"), print("b")),
                        print("c")));
        assertEquals(
                Set.of("ab", "ba"),
                orders(spawn("s", spawn("t", print("a"))), join("s"), print("b")));
    }

    @Test
    @Tag("task:joins")
    @Tag("hidden")
    @DisplayName("Of all orders of three tasks a join leaves those in which it was waited for")
    void three_with_a_join() {
        var orders =
                orders(
                        spawn("s", print("a"), print("b")),
                        spawn("t", print("c")),
                        join("s"),
                        print("d"));
        assertEquals(
                Stream.of("abcd", "abdc", "acbd", "cabd").collect(Collectors.toSet()), orders);
        assertTrue(orders.stream().allMatch(order -> order.indexOf('b') < order.indexOf('d')));
    }
}
