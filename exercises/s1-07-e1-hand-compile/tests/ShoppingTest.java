import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShoppingTest {

    private final AtomicInteger home = new AtomicInteger();

    private Shopping shopping(String... items) {
        return new Shopping(List.of(items), home::incrementAndGet);
    }

    private static void price(String item, Shopping.Step step) {
        assertEquals(new Shopping.Step.AskPrice(item), step);
    }

    private static void pieces(String item, Shopping.Step step) {
        assertEquals(new Shopping.Step.AskPieces(item), step);
    }

    private static void done(int sum, Shopping.Step step) {
        assertEquals(new Shopping.Step.Done(sum), step);
    }

    private static void over(Shopping shopping) {
        assertThrows(IllegalStateException.class, () -> shopping.resume(1));
        var late = new ArithmeticException("late");
        assertThrows(IllegalStateException.class, () -> shopping.fail(late));
        assertDoesNotThrow(shopping::cancel);
    }

    @Test
    @Tag("task:suspend")
    @Tag("points:2")
    @DisplayName("It asks for the price and the pieces of each item, and adds")
    void asks_and_adds() {
        var shopping = shopping("tea", "cake");
        price("tea", shopping.resume(null));
        pieces("tea", shopping.resume(5));
        price("cake", shopping.resume(2));
        pieces("cake", shopping.resume(7));
        done(31, shopping.resume(3));
    }

    @Test
    @Tag("task:suspend")
    @DisplayName("An empty basket is done at once")
    void an_empty_basket() {
        done(0, shopping().resume(null));
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:suspend")
    @Tag("hidden")
    @DisplayName("The same item twice, a price of 0, and large numbers")
    void other_baskets() {
        var shopping = shopping("tea", "tea");
        price("tea", shopping.resume(null));
        pieces("tea", shopping.resume(0));
        price("tea", shopping.resume(12));
        pieces("tea", shopping.resume(1000));
        done(200_000, shopping.resume(200));
    }

    @Test
    @Tag("task:suspend")
    @Tag("hidden")
    @DisplayName("Nothing happens before the first call of resume()")
    void nothing_before_the_first_call() {
        var items = new ArrayList<String>();
        var shopping = new Shopping(items, home::incrementAndGet);
        assertEquals(0, home.get(), "how often it went home");
        done(0, shopping.resume(null));
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:finally")
    @DisplayName("It goes home at the end, once, and not in between")
    void does_not_go_home_in_between() {
        var shopping = shopping("tea");
        price("tea", shopping.resume(null));
        pieces("tea", shopping.resume(5));
        assertEquals(0, home.get(), "how often it went home in between");
        done(10, shopping.resume(2));
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:finally")
    @DisplayName("A failure goes home and comes out")
    void a_failure_goes_home() {
        var shopping = shopping("tea", "cake");
        price("tea", shopping.resume(null));
        pieces("tea", shopping.resume(5));
        var failure = new ArithmeticException("nobody knows");
        assertSame(failure, assertThrows(ArithmeticException.class, () -> shopping.fail(failure)));
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:finally")
    @DisplayName("A cancellation goes home, once, however often it is cancelled")
    void a_cancellation_goes_home() {
        var shopping = shopping("tea", "cake");
        price("tea", shopping.resume(null));
        shopping.cancel();
        assertEquals(1, home.get(), "how often it went home");
        shopping.cancel();
        assertEquals(1, home.get(), "how often it went home after a second cancel()");
    }

    @Test
    @Tag("task:finally")
    @Tag("hidden")
    @DisplayName("Who has not begun does not go home")
    void cancelled_before_it_begins() {
        shopping("tea").cancel();
        assertEquals(0, home.get(), "how often it went home");
        var begun = shopping("tea");
        begun.resume(null);
        begun.cancel();
        assertEquals(1, home.get(), "how often the one went home that had begun");
    }

    @Test
    @Tag("task:over")
    @DisplayName("After the end it cannot be resumed")
    void over_after_the_end() {
        var shopping = shopping("tea");
        shopping.resume(null);
        shopping.resume(5);
        done(5, shopping.resume(1));
        over(shopping);
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:over")
    @Tag("hidden")
    @DisplayName("Nor after a failure")
    void over_after_a_failure() {
        var shopping = shopping("tea");
        shopping.resume(null);
        assertThrows(
                ArithmeticException.class, () -> shopping.fail(new ArithmeticException("once")));
        over(shopping);
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:over")
    @Tag("hidden")
    @DisplayName("Nor after a cancellation, even one before it began")
    void over_after_a_cancellation() {
        var shopping = shopping("tea");
        shopping.resume(null);
        shopping.cancel();
        over(shopping);
        var early = shopping("tea");
        early.cancel();
        over(early);
        assertEquals(1, home.get(), "how often it went home");
    }

    @Test
    @Tag("task:many")
    @Tag("points:2")
    @DisplayName("Two machines take turns, and none is in the other one's way")
    void two_in_turn() {
        var first = shopping("tea", "cake");
        var second = shopping("milk");
        price("tea", first.resume(null));
        price("milk", second.resume(null));
        pieces("tea", first.resume(5));
        pieces("milk", second.resume(100));
        price("cake", first.resume(2));
        done(300, second.resume(3));
        pieces("cake", first.resume(7));
        done(17, first.resume(1));
    }

    @Test
    @Tag("task:many")
    @Tag("hidden")
    @DisplayName("Not even if the same is bought for two prices")
    void the_same_item_in_turn() {
        var first = shopping("tea");
        var second = shopping("tea");
        price("tea", first.resume(null));
        price("tea", second.resume(null));
        pieces("tea", first.resume(5));
        pieces("tea", second.resume(100));
        done(10, first.resume(2));
        done(300, second.resume(3));
        assertEquals(2, home.get(), "how often they went home");
    }
}
