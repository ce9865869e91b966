import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.interleave.explore.Explore;
import dev.interleave.explore.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

public class WindowsTest {

    private static Stream<Double> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> (double) n);
    }

    private static List<Double> averages(int numbers, int size, int step) {
        return numbers(1, numbers).gather(Windows.averages(size, step)).toList();
    }

    @Test
    @Tag("task:windows")
    @Tag("points:2")
    @DisplayName("Windows of 3, step 1: 1 to 5 have the averages 2, 3 and 4")
    void overlapping() {
        assertEquals(List.of(2.0, 3.0, 4.0), averages(5, 3, 1));
    }

    @Test
    @Tag("task:windows")
    @DisplayName("Windows of 3, step 2: 1 to 7 have the averages 2, 4 and 6")
    void a_step_of_two() {
        assertEquals(List.of(2.0, 4.0, 6.0), averages(7, 3, 2));
    }

    @Test
    @Tag("task:windows")
    @Tag("hidden")
    @DisplayName("A step that is larger than the window leaves numbers out")
    void gaps() {
        assertEquals(List.of(1.5, 6.5, 11.5), averages(12, 2, 5));
        assertEquals(List.of(1.0, 4.0, 7.0), averages(9, 1, 3));
    }

    @Test
    @Tag("task:rest")
    @DisplayName("A short stream gives one average, an empty one none")
    void short_streams() {
        assertEquals(List.of(1.5), averages(2, 3, 1));
        assertEquals(List.of(), averages(0, 3, 1));
    }

    @Test
    @Tag("task:rest")
    @Tag("hidden")
    @Tag("points:2")
    @DisplayName("What is left over counts if there is something new in it")
    void what_is_left_over() {
        assertEquals(List.of(2.0, 5.0, 7.5), averages(8, 3, 3));
        assertEquals(List.of(2.0, 4.0, 5.5), averages(6, 3, 2));
        assertEquals(List.of(2.0), averages(3, 3, 2));
        assertEquals(List.of(1.5, 6.0), averages(6, 2, 5));
        assertEquals(List.of(1.5), averages(5, 2, 5));
    }

    @Test
    @Tag("task:rest")
    @Tag("hidden")
    @DisplayName("All sizes, steps and lengths up to 7 give what a list would give")
    void like_a_list() {
        for (int size = 1; size <= 7; size++) {
            for (int step = 1; step <= 7; step++) {
                for (int length = 0; length <= 16; length++) {
                    assertEquals(
                            ofList(length, size, step),
                            averages(length, size, step),
                            "size %d, step %d, 1 to %d".formatted(size, step, length));
                }
            }
        }
    }

    private static List<Double> ofList(int length, int size, int step) {
        var averages = new ArrayList<Double>();
        int seen = 0;
        for (int begin = 0; begin < length; begin += step) {
            int end = Math.min(length, begin + size);
            if (end > seen) {
                averages.add((begin + 1 + end) / 2.0);
                seen = end;
            }
        }
        return averages;
    }

    @Test
    @Tag("task:lazy")
    @DisplayName("Three averages of an endless stream need five numbers")
    void enough() {
        var taken = new AtomicInteger();
        var averages =
                Stream.generate(() -> (double) taken.incrementAndGet())
                        .limit(1_000_000)
                        .gather(Windows.averages(3, 1))
                        .limit(3)
                        .toList();
        assertEquals(List.of(2.0, 3.0, 4.0), averages);
        assertEquals(5, taken.get(), "how many numbers were taken");
    }

    /** As a list they would need twice the memory. */
    @Test
    @Tag("task:lazy")
    @Tag("hidden")
    @DisplayName("Five million numbers do not fill the memory")
    void many_numbers() {
        long windows = numbers(1, 5_000_000).gather(Windows.averages(2, 1_000)).count();
        assertEquals(5_000, windows);
    }

    @Test
    @Tag("task:again")
    @DisplayName("The same gatherer works for a second stream")
    void a_second_stream() {
        var gatherer = Windows.averages(3, 2);
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of(2.0, 3.5), numbers(1, 4).gather(gatherer).toList());
        }
    }

    @Explore
    @Tag("task:again")
    @Tag("hidden")
    @DisplayName("Two threads can use the same gatherer at once")
    public void two_threads(Run run) throws Exception {
        Gatherer<Double, ?, Double> gatherer = Windows.averages(2, 1);
        for (int i = 0; i < 2; i++) {
            run.go(
                    "thread " + i,
                    () -> {
                        var averages = numbers(1, 3).gather(gatherer).toList();
                        run.checkEquals(List.of(1.5, 2.5), averages, "the averages");
                    });
        }
    }

    @Test
    @Tag("task:again")
    @Tag("hidden")
    @DisplayName("A parallel stream gives the same averages in the same order")
    void in_parallel() {
        var averages = numbers(1, 1_000).parallel().gather(Windows.averages(4, 2)).toList();
        assertTrue(averages.equals(averages(1_000, 4, 2)), "the averages were " + averages);
    }
}
