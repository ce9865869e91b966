package dev.interleave.web.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.web.cell.Staleness.Known;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which results are out of date. A cell is written as its number of the run and whether it was
 * edited since: {@code 3} was run third, {@code 3*} was edited after that, {@code -} was never run,
 * {@code -*} was edited and never run.
 */
class StalenessTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        // Nothing was run: nothing can be out of date.
        "- - -, 'fresh fresh fresh'",
        "-* - -, 'fresh fresh fresh'",
        // From top to bottom, as the author meant it.
        "1 2 3, 'fresh fresh fresh'",
        "1 2 -, 'fresh fresh fresh'",
        "- 1 2, 'fresh fresh fresh'",
        // Edited since.
        "1* 2 3, 'EDITED ABOVE ABOVE'",
        "1 2* 3, 'fresh EDITED ABOVE'",
        "1 2 3*, 'fresh fresh EDITED'",
        "1* 2* 3, 'EDITED EDITED ABOVE'",
        // One above was edited and never run.
        "-* 1 2, 'fresh ABOVE ABOVE'",
        "1 -* 2, 'fresh fresh ABOVE'",
        // One above was run later.
        "4 2 3, 'fresh ABOVE ABOVE'",
        "1 4 3, 'fresh fresh ABOVE'",
        "3 2 1, 'fresh ABOVE ABOVE'",
        // Run again in order after that.
        "4 5 3, 'fresh fresh ABOVE'",
        "4 5 6, 'fresh fresh fresh'",
        // One above is stale, so that its next run comes later.
        "5 2 6, 'fresh ABOVE ABOVE'",
        // One that was skipped does not matter.
        "1 - 2, 'fresh fresh fresh'",
    })
    void results_are_out_of_date_when_their_reasons_changed(String cells, String expected) {
        var words = cells.split(" ");
        var known =
                IntStream.range(0, words.length).mapToObj(i -> known("c" + i, words[i])).toList();

        var stale = Staleness.of(known);

        assertThat(
                        known.stream()
                                .map(cell -> stale.get(cell.id()))
                                .map(reason -> reason == null ? "fresh" : reason.name())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static Known known(String id, String word) {
        var edited = word.endsWith("*");
        var run = word.replace("*", "");
        return run.equals("-")
                ? new Known(id, "author", edited ? "mine" : "author", null, 0)
                : new Known(id, "author", edited ? "newer" : "ran", "ran", Long.parseLong(run));
    }
}
