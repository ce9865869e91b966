package dev.interleave.lessons.build.page;

import java.util.List;
import org.jsoup.nodes.Element;

/** The places where an exercise or a comparison goes. */
final class Tasks implements PageBlock {

    @Override
    public void rewrite(Element body) {
        for (var kind : List.of("exercise", "compare")) {
            for (var block : body.select("div.paragraph." + kind)) {
                var id = block.text();
                var section = new Element("section").addClass(kind).attr("id", block.id());
                section.attr("data-" + kind, id);
                section.appendElement("p").text(id);
                block.replaceWith(section);
            }
        }
    }
}
