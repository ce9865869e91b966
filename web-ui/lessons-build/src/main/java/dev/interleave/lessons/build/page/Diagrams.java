package dev.interleave.lessons.build.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Diagrams drawn with characters: one picture for a screen reader, which reads its title. */
final class Diagrams implements PageBlock {

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.literalblock.diagram")) {
            var title = Html.title(block);
            var figure = new Element("figure").addClass("diagram").attr("id", block.id());
            var picture = figure.appendElement("div").attr("role", "img");
            picture.attr("aria-label", Jsoup.parseBodyFragment(title).text());
            picture.appendElement("pre").html(block.selectFirst("pre").html());
            figure.appendElement("figcaption").html(title);
            block.replaceWith(figure);
        }
    }
}
