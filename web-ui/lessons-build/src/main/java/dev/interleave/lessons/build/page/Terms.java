package dev.interleave.lessons.build.page;

import dev.interleave.lessons.build.data.Term;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads from the finished page which terms it defines. */
public final class Terms {

    private static final String PARAGRAPHS = "p, li, dd, td";
    private static final String NOT_THE_PARAGRAPH = "ul, ol, dl, figure, div, pre, details";

    private Terms() {}

    /** The terms of a page, from top to bottom. */
    public static List<Term> of(Element body) {
        return body.select("dfn[id]").stream().map(Terms::term).toList();
    }

    private static Term term(Element defined) {
        var everyday = defined.hasClass("everyday");
        return new Term(defined.id(), defined.text(), everyday, paragraph(defined));
    }

    /** What can stand anywhere: without links, and without ids, which would be there twice. */
    private static String paragraph(Element defined) {
        var paragraph = defined.closest(PARAGRAPHS);
        var copy = paragraph == null ? defined.clone() : paragraph.clone();
        copy.select(NOT_THE_PARAGRAPH).remove();
        copy.select("> p").unwrap();
        copy.select("a").unwrap();
        copy.select("[id]").removeAttr("id");
        return copy.html().strip();
    }
}
