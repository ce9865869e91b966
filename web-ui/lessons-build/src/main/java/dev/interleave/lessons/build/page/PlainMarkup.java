package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/** The rest: unwraps AsciiDoc's frames around plain text, and marks defined terms as such. */
final class PlainMarkup implements PageBlock {

    @Override
    public void rewrite(Element body) {
        for (var term : body.select("span.term")) {
            var definition = new Element("dfn").attr("id", term.id()).html(term.html());
            if (term.hasClass("everyday")) {
                definition.addClass("everyday");
            }
            term.replaceWith(definition);
        }
        body.select("colgroup").remove();
        for (var table : body.select("table")) {
            table.clearAttributes();
            table.addClass("table");
            table.select("*").forEach(each -> clean(each));
        }
        body.select("td > p:only-child").unwrap();
        body.select("div.sidebarblock").forEach(PlainMarkup::sidebar);
        body.select("div.sect1, div.sect2").tagName("section");
        body.select("#preamble").removeAttr("id").addClass("preamble");
        body.select("div.paragraph, div.sectionbody, div.preamble, div.ulist, div.olist, div.dlist")
                .unwrap();
    }

    private static void clean(Element each) {
        each.removeAttr("style");
        each.classNames().stream()
                .filter(name -> name.contains("align-") || name.equals("tableblock"))
                .forEach(each::removeClass);
        if (each.classNames().isEmpty()) {
            each.removeAttr("class");
        }
    }

    private static void sidebar(Element block) {
        var aside = new Element("aside").addClass("sidebar").attr("role", "note");
        var title = Html.title(block);
        var content = Html.content(block);
        content.select("> .title").remove();
        aside.appendElement("p").addClass("title").html(title);
        aside.appendChildren(content.children());
        block.replaceWith(aside);
    }
}
