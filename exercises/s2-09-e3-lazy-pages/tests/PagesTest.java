import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PagesTest {

    /** The numbers of the pages that were fetched. */
    private final List<Integer> fetched = new ArrayList<>();

    @SafeVarargs
    private Stream<String> stream(List<String>... pages) {
        return Pages.stream(service(pages));
    }

    @SafeVarargs
    private IntFunction<Pages.Page<String>> service(List<String>... pages) {
        return number -> {
            fetched.add(number);
            return new Pages.Page<>(pages[number], number + 1 < pages.length);
        };
    }

    private Stream<String> threePages() {
        return stream(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    }

    @Test
    @Tag("task:items")
    @DisplayName("The items of three pages come in order, the last page's as well")
    void all_items() {
        assertEquals(List.of("a", "b", "c", "d", "e"), threePages().toList());
        assertEquals(List.of(0, 1, 2), fetched);
    }

    @Test
    @Tag("task:items")
    @Tag("hidden")
    @DisplayName("Empty pages are no end")
    void empty_pages() {
        assertEquals(
                List.of("a", "b"),
                stream(List.of(), List.of("a"), List.of(), List.of(), List.of("b"), List.of())
                        .toList());
        assertEquals(List.of(), stream(List.of()).toList());
    }

    @Test
    @Tag("task:items")
    @Tag("hidden")
    @DisplayName("Many pages without items are no trouble")
    void many_empty_pages() {
        Stream<String> stream =
                Pages.stream(
                        number ->
                                new Pages.Page<>(
                                        number < 100_000 ? List.of() : List.of("a"),
                                        number < 100_000));
        assertEquals(List.of("a"), stream.toList());
    }

    @Test
    @Tag("task:demand")
    @DisplayName("Nothing is fetched before somebody asks")
    void nothing_before_somebody_asks() {
        var stream = threePages().map(String::toUpperCase);
        assertEquals(List.of(), fetched);
        assertEquals("A", stream.findFirst().orElseThrow());
        assertEquals(List.of(0), fetched);
    }

    @Test
    @Tag("task:demand")
    @Tag("points:2")
    @DisplayName("As many items as are on the first page need the first page only")
    void one_page() {
        assertEquals(List.of("a", "b"), threePages().limit(2).toList());
        assertEquals(List.of(0), fetched);
    }

    @Test
    @Tag("task:demand")
    @Tag("hidden")
    @DisplayName("One item more needs one page more")
    void one_item_more() {
        assertEquals(List.of("a", "b", "c"), threePages().limit(3).toList());
        assertEquals(List.of(0, 1), fetched);
    }

    @Test
    @Tag("task:demand")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("An iterator fetches when it is asked for the first item of a page")
    void as_an_iterator() {
        var items = threePages().iterator();
        assertEquals("a", items.next());
        assertEquals("b", items.next());
        assertEquals(List.of(0), fetched);
        assertEquals("c", items.next());
        assertEquals(List.of(0, 1), fetched);
        items.next();
        assertEquals("e", items.next());
        assertFalse(items.hasNext());
        assertEquals(List.of(0, 1, 2), fetched);
    }

    @Test
    @Tag("task:demand")
    @Tag("hidden")
    @DisplayName("Two streams over the same service begin with page 0 each")
    void two_streams() {
        var service = service(List.of("a", "b"), List.of("c"));
        var first = Pages.stream(service).iterator();
        first.next();
        assertEquals(List.of("a", "b", "c"), Pages.stream(service).toList());
        assertEquals("b", first.next());
    }

    @Test
    @Tag("task:errors")
    @Tag("points:2")
    @DisplayName("An error on page 2 comes out where page 2 is wanted, and only there")
    void an_error_where_it_is_wanted() {
        var failure = new IllegalStateException("broken");
        IntFunction<Pages.Page<Integer>> service =
                number -> {
                    if (number == 2) {
                        throw failure;
                    }
                    return new Pages.Page<>(List.of(number), true);
                };
        assertEquals(List.of(0, 1), Pages.stream(service).limit(2).toList());
        var seen = new ArrayList<Integer>();
        var thrown =
                assertThrows(
                        IllegalStateException.class,
                        () -> Pages.stream(service).forEach(seen::add));
        assertSame(failure, thrown);
        assertEquals(List.of(0, 1), seen);
    }
}
