package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/** What is spoken for a section: folded, with the seconds that speaking it takes. */
final class Narrations implements PageBlock {

    private static final int WORDS_A_MINUTE = 160;

    private final Wording wording;

    Narrations(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.openblock.narration")) {
            var content = Html.content(block);
            var words = content.text().split("\\s+").length;
            var details = new Element("details").addClass("narration");
            details.attr("data-seconds", String.valueOf(words * 60 / WORDS_A_MINUTE));
            details.appendElement("summary").text(wording.of("narration"));
            details.appendChildren(content.children());
            block.replaceWith(details);
        }
    }
}
