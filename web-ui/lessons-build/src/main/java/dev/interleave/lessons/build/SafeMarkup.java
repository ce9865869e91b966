package dev.interleave.lessons.build;

import dev.interleave.lessons.build.page.TranslationMark;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Checks that the finished HTML of a lesson holds only what the format can bring forth: no scripts,
 * no inline styles, no event handlers, no addresses but web pages and lessons, whatever an author
 * passed through.
 */
final class SafeMarkup {

    private static final Set<String> TAGS =
            Set.of(
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "p",
                    "section",
                    "aside",
                    "figure",
                    "figcaption",
                    "div",
                    "details",
                    "summary",
                    "pre",
                    "code",
                    "span",
                    "dfn",
                    "a",
                    "em",
                    "strong",
                    "mark",
                    "sub",
                    "sup",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "blockquote",
                    "cite",
                    "hr",
                    "br",
                    "kbd",
                    "del");

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "id",
                    "class",
                    "lang",
                    "href",
                    "role",
                    "aria-label",
                    "start",
                    "type",
                    "colspan",
                    "rowspan");

    private SafeMarkup() {}

    static void check(Source source, Element body) {
        for (var element : body.getAllElements()) {
            if (element == body) {
                continue;
            }
            if (!TAGS.contains(element.tagName())) {
                report(source, element, "the element <" + element.tagName() + ">");
            }
            for (var attribute : element.attributes()) {
                var name = attribute.getKey();
                if (!ATTRIBUTES.contains(name) && !name.startsWith("data-")) {
                    report(source, element, "the attribute " + name);
                }
            }
            checkAddress(source, element);
        }
    }

    private static void checkAddress(Source source, Element element) {
        var address = element.attr("href");
        if (!address.isEmpty()
                && !address.equals(TranslationMark.SOURCE)
                && !address.matches("(https?://|#)[^\\s]+|[a-z0-9-]+(#[a-z0-9-]+)?")) {
            source.problem(
                    source.lineOf(address),
                    "The address \"%s\" is neither a web page nor a lesson.".formatted(address));
        }
    }

    private static void report(Source source, Element element, String what) {
        var text = element.text();
        source.problem(
                source.lineOf("<" + element.tagName(), text.isEmpty() ? "\u0000" : text),
                "The format has no place for %s; write it in AsciiDoc, without raw HTML."
                        .formatted(what));
    }
}
