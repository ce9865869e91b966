package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Notes and warnings, which AsciiDoc lays out as a table: an aside with its label as text. */
final class Admonitions implements PageBlock {

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.admonitionblock")) {
            var content = block.selectFirst("td.content");
            var aside = new Element("aside").addClass("admonition").attr("role", "note");
            block.classNames().stream()
                    .filter(name -> !name.equals("admonitionblock"))
                    .forEach(aside::addClass);
            if (block.hasAttr("id")) {
                aside.attr("id", block.id());
            }
            aside.appendElement("p")
                    .addClass("admonition-label")
                    .text(block.selectFirst("td.icon").text());
            appendText(aside, content);
            block.replaceWith(aside);
        }
    }

    /** A note of one paragraph has its text without a paragraph around it. */
    private static void appendText(Element aside, Element content) {
        var title = content.selectFirst("> .title");
        if (title != null) {
            aside.appendElement("p").addClass("title").html(title.html());
            title.remove();
        }
        var bare = content.textNodes().stream().anyMatch(Admonitions::hasText);
        if (bare) {
            aside.appendElement("p").html(content.html().strip());
        } else {
            aside.appendChildren(content.children());
        }
    }

    private static boolean hasText(TextNode node) {
        return !node.isBlank();
    }
}
