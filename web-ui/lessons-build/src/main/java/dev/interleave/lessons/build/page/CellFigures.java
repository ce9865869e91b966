package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Cell;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Cells: a figure with the source, and what it prints folded below it. The page's script puts the
 * editor in the place of the source.
 */
final class CellFigures implements PageBlock {

    private final Wording wording;
    private final List<Cell> cells;

    CellFigures(Wording wording, List<Cell> cells) {
        this.wording = wording;
        this.cells = cells;
    }

    @Override
    public void rewrite(Element body) {
        for (var cell : cells) {
            var listing = body.getElementById(cell.id());
            if (listing != null) {
                rewrite(cell, listing);
            }
        }
    }

    private void rewrite(Cell cell, Element listing) {
        var figure = new Element("figure");
        figure.addClass("cell").attr("id", cell.id());
        figure.attr("data-cell", cell.id()).attr("data-label", cell.label());
        if (cell.refused()) {
            figure.attr("data-refused", true);
        }
        for (var look : List.of("schedules", "timeline")) {
            if (listing.hasClass(look)) {
                figure.attr("data-look", look);
            }
        }
        figure.appendElement("figcaption").html(Html.title(listing));
        figure.appendChild(Html.code(listing));
        if (cell.expected() != null) {
            // The block with the output follows the cell; the reader of the cells has seen to it.
            listing.nextElementSibling().remove();
            figure.appendChild(expected(cell));
        }
        listing.replaceWith(figure);
    }

    private Element expected(Cell cell) {
        var kind = cell.refused() ? "refused" : cell.expected().kind();
        var details = new Element("details").addClass("expected").attr("data-kind", kind);
        details.appendElement("summary").text(wording.of("output." + kind));
        for (var outcome : cell.expected().outcomes()) {
            if (details.childrenSize() > 1) {
                details.appendElement("p").addClass("or").text(wording.of("output.or"));
            }
            details.appendElement("pre").text(outcome);
        }
        return details;
    }
}
