package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/**
 * The same thing in several languages: one figure after the other, each with its language; the
 * page's script makes tabs of them.
 */
final class ContrastTabs implements PageBlock {

    @Override
    public void rewrite(Element body) {
        body.select("div.exampleblock.contrast").forEach(ContrastTabs::rewriteOne);
    }

    private static void rewriteOne(Element block) {
        var section = new Element("section").addClass("contrast").attr("id", block.id());
        section.appendElement("p").addClass("contrast-title").html(Html.title(block));
        var difference = new Element("div").addClass("contrast-difference");
        for (var child : Html.content(block).children()) {
            if (child.hasClass("listingblock")) {
                section.appendChild(figure(child));
            } else {
                difference.appendChild(child);
            }
        }
        section.appendChild(difference);
        block.replaceWith(section);
    }

    private static Element figure(Element listing) {
        var figure = new Element("figure").addClass("contrast-listing");
        figure.attr("data-language", Html.content(listing).selectFirst("code").attr("data-lang"));
        figure.appendElement("figcaption").html(Html.title(listing));
        figure.appendChild(Html.code(listing));
        return figure;
    }
}
