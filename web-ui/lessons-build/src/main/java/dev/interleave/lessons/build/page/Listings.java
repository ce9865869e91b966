package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/** Listings and literal text that are only to be read. */
final class Listings implements PageBlock {

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.listingblock")) {
            block.replaceWith(figure(block, Html.code(block)));
        }
        for (var block : body.select("div.literalblock")) {
            var text = new Element("pre").addClass("text");
            text.html(block.selectFirst("pre").html());
            block.replaceWith(figure(block, text));
        }
    }

    private static Element figure(Element block, Element text) {
        var figure = new Element("figure").addClass("listing");
        if (block.hasAttr("id")) {
            figure.attr("id", block.id());
        }
        var title = Html.title(block);
        if (!title.isEmpty()) {
            figure.appendElement("figcaption").html(title);
        }
        figure.appendChild(text);
        return figure;
    }
}
