package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Passage;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Cuts the finished text of a lesson into what a search can find. */
public final class Passages implements NodeVisitor {

    private static final String ENDS_A_LINE = "p, li, dt, dd, td, th, h4, h5, summary, figcaption";

    private final List<Passage> found = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private String anchor = "";
    private String heading = "";
    private int insideCode;

    private Passages() {}

    /** The passages of a page, from top to bottom. */
    public static List<Passage> of(Element body) {
        var passages = new Passages();
        NodeTraversor.traverse(passages, body);
        passages.endSection();
        return List.copyOf(passages.found);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && insideCode == 0) {
            prose.append(text.text());
        }
        if (node instanceof Element element) {
            if (element.is("h2, h3:not(.exercise-title)")) {
                endSection();
                anchor = element.id();
                heading = element.text();
            }
            if (element.is("pre")) {
                insideCode++;
                addCode(element);
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.is("pre")) {
                insideCode--;
            }
            if (element.is(ENDS_A_LINE)) {
                prose.append('\n');
            }
        }
    }

    private void addCode(Element pre) {
        var figure = pre.closest("[id]");
        var place = figure == null || figure.id().isEmpty() ? anchor : figure.id();
        found.add(new Passage(place, heading, true, pre.wholeText().strip()));
    }

    private void endSection() {
        var text = prose.toString().replaceAll("[ \\t]*\\n\\s*", "\n").strip();
        prose.setLength(0);
        if (text.startsWith(heading)) {
            text = text.substring(heading.length()).strip();
        }
        if (!text.isEmpty()) {
            found.add(new Passage(anchor, heading, false, text));
        }
    }
}
