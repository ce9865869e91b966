package dev.interleave.compiler;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of a documentation comment into plain text. */
final class Javadoc {

    /** A reader in an editor wants the beginning. */
    private static final int LONGEST = 1200;

    private static final Pattern BLOCK_TAGS = Pattern.compile("(?s)(^|\\n)\\s*@\\w.*");
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}(]*(?:\\([^)]*\\))?)\\s*([^{}]*)}");
    private static final Pattern TEXT =
            Pattern.compile("\\{@(?:code|literal|value|index|return)\\s+([^{}]*)}");
    private static final Pattern LISTING = Pattern.compile("(?is)<pre\\b[^>]*>(.*?)</pre>");
    private static final Pattern NEW_PARAGRAPH =
            Pattern.compile("(?i)</?(p|ul|ol|dl|h\\d|blockquote|table|tr|div)\\b[^>]*>");

    /** Stands for the line feeds that are kept, and this for the blanks. */
    private static final String KEPT = "\u0001";

    private static final String KEPT_BLANK = "\u0002";

    private Javadoc() {}

    /** Without markup; paragraphs are separated by an empty line, block tags are left out. */
    static String plain(String comment) {
        String body = BLOCK_TAGS.matcher(comment).replaceAll("");
        body = LINK.matcher(body).replaceAll(m -> Matcher.quoteReplacement(linkText(m)));
        body = withText(withText(body));
        body = LISTING.matcher(body).replaceAll(m -> Matcher.quoteReplacement(listing(m.group(1))));
        body = NEW_PARAGRAPH.matcher(body).replaceAll(KEPT + KEPT);
        body = body.replaceAll("(?i)<(li|dt|dd)\\b[^>]*>", KEPT + "- ").replaceAll("<[^>]+>", "");
        return cut(withoutEntities(joined(body)));
    }

    private static String linkText(MatchResult link) {
        String label = link.group(2).strip();
        return label.isEmpty() ? link.group(1).replaceFirst("^#", "").replace('#', '.') : label;
    }

    /** What is no markup is not to be taken for it. */
    private static String withText(String body) {
        return TEXT.matcher(body)
                .replaceAll(m -> Matcher.quoteReplacement(m.group(1).replace("<", "&lt;")));
    }

    private static String listing(String text) {
        String lines = text.stripIndent().strip().replace("\n", KEPT).replace(" ", KEPT_BLANK);
        return KEPT + KEPT + lines + KEPT + KEPT;
    }

    private static String joined(String text) {
        return text.replaceAll("[ \\t\\n]+", " ")
                .replace(KEPT, "\n")
                .replaceAll("(?m)^ +| +$", "")
                .replace(KEPT_BLANK, " ")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String withoutEntities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&#064;", "@")
                .replace("&amp;", "&");
    }

    /** Up to the last paragraph that is not too much. */
    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf("\n\n", LONGEST);
        return text.substring(0, end > 0 ? end : LONGEST).strip() + " …";
    }
}
