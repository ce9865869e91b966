package dev.interleave.lessons.build.page;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** What stands before a text that is older than its source, or not translated at all. */
public final class TranslationMark {

    /** The address of the lesson's page in the language of the source, from any of its pages. */
    public static final String SOURCE = "?lang=en";

    private TranslationMark() {}

    /** Says that the source is newer, with a link to it. */
    public static Element older(Locale language) {
        var wording = new Wording(language);
        var mark = mark(wording.of("translation.older") + " ");
        mark.appendElement("a").attr("href", SOURCE).text(wording.of("translation.read"));
        return mark;
    }

    /** Says that the text below is in the language of the source. */
    static Element missing(Wording wording) {
        return mark(wording.of("translation.missing"));
    }

    private static Element mark(String text) {
        return new Element("p").addClass("admonition").addClass("translation").text(text);
    }
}
