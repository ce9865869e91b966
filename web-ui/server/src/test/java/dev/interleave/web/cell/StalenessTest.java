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
        assertThat(stale(cells, 0)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "1 2 3, 'SESSION_OVER SESSION_OVER SESSION_OVER'",
        "1* 2 -, 'EDITED SESSION_OVER fresh'",
        // Run in this session, although the one above was not.
        "1 2 4, 'SESSION_OVER SESSION_OVER fresh'",
        "1 4 3, 'SESSION_OVER fresh SESSION_OVER'",
        "4 2 5, 'fresh SESSION_OVER fresh'",
        // Changed above, as ever.
        "1* 4 -, 'EDITED ABOVE fresh'",
        "5 4 3, 'fresh ABOVE SESSION_OVER'",
    })
    void results_of_an_earlier_session_say_so(String cells, String expected) {
        assertThat(stale(cells, 3)).isEqualTo(expected);
    }

    private static String stale(String cells, long earlierRuns) {
        var words = cells.split(" ");
        var known =
                IntStream.range(0, words.length).mapToObj(i -> known("c" + i, words[i])).toList();

        var stale = Staleness.of(known, earlierRuns);
        return known.stream()
                .map(cell -> stale.get(cell.id()))
                .map(reason -> reason == null ? "fresh" : reason.name())
                .collect(Collectors.joining(" "));
    }

    private static Known known(String id, String word) {
        var edited = word.endsWith("*");
        var run = word.replace("*", "");
        return run.equals("-")
                ? new Known(id, "author", edited ? "mine" : "author", null, 0)
                : new Known(id, "author", edited ? "newer" : "ran", "ran", Long.parseLong(run));
    }
}
