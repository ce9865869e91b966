package dev.interleave.lessons.build.page;

import org.jsoup.nodes.Element;

/** Cards for review: a description list in which each pair has the id of its card. */
final class Cards implements PageBlock {

    @Override
    public void rewrite(Element body) {
        for (var block : body.select("div.dlist.cards")) {
            var list = new Element("dl").addClass("cards");
            for (var term : block.select("> dl > dt")) {
                list.appendChild(card(term));
            }
            block.replaceWith(list);
        }
    }

    private static Element card(Element term) {
        var answer = term.nextElementSibling();
        var card = new Element("div").addClass("card");
        var anchor = term.selectFirst("> a[id]");
        if (anchor != null) {
            card.attr("id", anchor.id()).attr("data-card", anchor.id());
            anchor.remove();
        }
        card.appendElement("dt").html(term.html());
        card.appendElement("dd").html(answer == null ? "" : answer.html());
        return card;
    }
}
