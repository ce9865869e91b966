package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Cell;
import dev.interleave.lessons.build.data.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Rewrites the HTML of one lesson, block by block. */
public final class PageHtml {

    private PageHtml() {}

    /**
     * The body of the page; {@link Element#html()} writes it.
     *
     * @param predictions ids of predictions, each with the id of its cell
     * @param exercises those that it names, by their ids
     */
    public static Element of(
            String html,
            Locale language,
            List<Cell> cells,
            Map<String, String> predictions,
            Map<String, Task> exercises,
            List<Comparison> comparisons) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        var wording = new Wording(language);
        // The order matters: what no block has taken by the end is plain text to read.
        var blocks =
                List.of(
                        new CellFigures(wording, cells),
                        new Comparisons(wording, comparisons),
                        new ContrastTabs(),
                        new Quizzes(wording, predictions),
                        new Cards(),
                        new Narrations(wording),
                        new Diagrams(),
                        new Tasks(language, wording, exercises),
                        new Admonitions(),
                        new Listings(),
                        new PlainMarkup());
        blocks.forEach(block -> block.rewrite(document.body()));
        return document.body();
    }
}
