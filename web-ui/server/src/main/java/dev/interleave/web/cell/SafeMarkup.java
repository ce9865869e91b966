package dev.interleave.web.cell;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Cleans markup by a list of what is allowed: elements of text, tables and drawings. There is no
 * attribute among them that runs, loads, links, styles or names anything, so what is shown can
 * neither act nor reach out of its box.
 */
final class SafeMarkup {

    /** Their content is no text, and is dropped with them. */
    private static final String WITHOUT_CONTENT =
            "script, style, template, noscript, iframe, noframes, noembed, object, embed, applet,"
                + " math, title, textarea, select, xmp, plaintext, svg desc, svg metadata, svg"
                + " foreignObject, svg defs, svg use, svg image, svg a, svg animate, svg set, svg"
                + " animateTransform, svg animateMotion";

    /** Numbers, lengths, colours, paths and transformations; no address. */
    private static final Pattern VALUE = Pattern.compile("(?!(?i).*url)[\\w\\s.,%#()+-]*");

    private static final Safelist ALLOWED =
            Safelist.none()
                    .addTags("p", "br", "hr", "div", "span", "b", "strong", "i", "em", "u", "s")
                    .addTags("sub", "sup", "small", "mark", "code", "pre", "kbd", "samp", "var")
                    .addTags("h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote")
                    .addTags("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot")
                    .addTags("tr", "th", "td")
                    .addAttributes("th", "scope", "colspan", "rowspan")
                    .addAttributes("td", "colspan", "rowspan")
                    .addTags("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline")
                    .addTags("polygon", "text", "tspan")
                    .addAttributes("svg", "viewBox", "width", "height")
                    .addAttributes("path", "d")
                    .addAttributes("rect", "x", "y", "width", "height", "rx", "ry")
                    .addAttributes("circle", "cx", "cy", "r")
                    .addAttributes("ellipse", "cx", "cy", "rx", "ry")
                    .addAttributes("line", "x1", "y1", "x2", "y2")
                    .addAttributes("polyline", "points")
                    .addAttributes("polygon", "points")
                    .addAttributes("text", "x", "y", "dx", "dy", "text-anchor", "font-size")
                    .addAttributes("tspan", "x", "y", "dx", "dy", "text-anchor", "font-size");

    static {
        for (var shape :
                new String[] {
                    "g",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "tspan"
                }) {
            ALLOWED.addAttributes(shape, "fill", "fill-opacity", "stroke", "stroke-width")
                    .addAttributes(shape, "stroke-dasharray", "stroke-opacity", "opacity")
                    .addAttributes(shape, "transform", "font-weight");
        }
    }

    private SafeMarkup() {}

    /** What is left of the markup; empty if nothing is. */
    static String of(String markup) {
        var dirty = Jsoup.parseBodyFragment(markup);
        dirty.select(WITHOUT_CONTENT).remove();
        // The page has headings of its own.
        dirty.select("h1, h2, h3").tagName("h4");
        var clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        clean.body().getAllElements().forEach(SafeMarkup::checkValues);
        return clean.body().hasText() || clean.body().selectFirst("svg") != null
                ? clean.body().html()
                : "";
    }

    private static void checkValues(Element element) {
        for (var attribute : element.attributes().asList()) {
            if (!VALUE.matcher(attribute.getValue()).matches()) {
                element.attributes().remove(attribute.getKey());
            }
        }
    }
}
