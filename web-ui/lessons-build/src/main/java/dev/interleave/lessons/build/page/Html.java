package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/** The parts of AsciiDoc's own markup that several blocks need. */
final class Html {

    private Html() {}

    /** The title of a block as HTML; empty if it has none. */
    static String title(Element block) {
        var title = block.selectFirst("> .title, > .content > .title");
        return title == null ? "" : title.html();
    }

    /** The inside of a block that has a frame around it. */
    static Element content(Element block) {
        return block.selectFirst("> .content");
    }

    /** The code of a listing, with the classes of its highlighting. */
    static Element code(Element listing) {
        var found = listing.selectFirst("> .content code");
        var pre = new Element("pre").addClass("source");
        pre.appendElement("code")
                .addClass("language-" + found.attr("data-lang"))
                .html(found.html());
        return pre;
    }
}
