package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Comparison;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Comparisons: the versions as listings, which the page's script makes editors of, then the
 * predictions, and folded below them what their author measured. Versions and choices are counted
 * from 1.
 */
final class Comparisons implements PageBlock {

    private static final String TICK = "✓";
    private static final String BOX = "❏";

    private final Wording wording;
    private final List<Comparison> comparisons;

    Comparisons(Wording wording, List<Comparison> comparisons) {
        this.wording = wording;
        this.comparisons = comparisons;
    }

    @Override
    public void rewrite(Element body) {
        for (var comparison : comparisons) {
            var block = body.getElementById(comparison.id());
            block.replaceWith(section(comparison, block));
        }
    }

    private Element section(Comparison comparison, Element block) {
        var section = new Element("section").addClass("compare").attr("id", comparison.id());
        section.attr("data-compare", comparison.id()).attr("data-title", comparison.title());
        section.attr("data-n", String.valueOf(comparison.n()));
        if (!comparison.sweep().isEmpty()) {
            section.attr("data-delay", String.valueOf(comparison.delay()));
        }
        section.appendElement("p")
                .addClass("compare-title")
                .text(wording.of("compare").formatted(comparison.title()));
        var content = Html.content(block);
        var facts = new Element("p").addClass("compare-facts").text(facts(comparison));
        var version = 0;
        for (var child : content.children()) {
            if (child.hasClass("listingblock")) {
                var shared = !comparison.setup().isEmpty() && isSetUp(child, comparison);
                section.appendChild(shared ? setUp(child) : version(child, ++version));
            } else if (child.hasClass("checklist")) {
                section.appendChild(facts);
                section.appendChild(choices(child));
            } else if (child.hasClass("outcome")) {
                section.appendChild(outcome(child));
            } else if (!child.hasClass("title")) {
                section.appendChild(child);
            }
        }
        return section;
    }

    private String facts(Comparison comparison) {
        var words = wording.of("compare.mode." + comparison.mode());
        return comparison.sweep().isEmpty()
                ? words.formatted(String.format(Locale.ROOT, "%,d", comparison.n()))
                : words.formatted(
                        comparison.sweep().getFirst(), comparison.n(), comparison.delay());
    }

    private static boolean isSetUp(Element listing, Comparison comparison) {
        var title = Jsoup.parseBodyFragment(Html.title(listing)).text();
        return comparison.versions().stream().noneMatch(each -> each.name().equals(title));
    }

    private static Element setUp(Element listing) {
        return figure(listing).addClass("compare-setup");
    }

    private static Element version(Element listing, int number) {
        return figure(listing)
                .addClass("compare-version")
                .attr("data-file", String.valueOf(number));
    }

    private static Element figure(Element listing) {
        var figure = new Element("figure");
        figure.appendElement("figcaption").html(Html.title(listing));
        figure.appendChild(Html.code(listing));
        return figure;
    }

    private static Element choices(Element list) {
        var choices = new Element("ul").addClass("compare-choices");
        for (var item : list.select("li")) {
            var text = item.child(0);
            var choice = choices.appendElement("li");
            choice.attr("data-choice", String.valueOf(choices.childrenSize()));
            choice.attr("data-correct", String.valueOf(text.text().startsWith(TICK)));
            choice.html(text.html().replaceFirst("^[" + TICK + BOX + "]\\s*", ""));
        }
        return choices;
    }

    private Element outcome(Element paragraph) {
        var details = new Element("details").addClass("compare-outcome");
        details.appendElement("summary").text(wording.of("compare.outcome"));
        details.appendChildren(paragraph.children());
        return details;
    }
}
