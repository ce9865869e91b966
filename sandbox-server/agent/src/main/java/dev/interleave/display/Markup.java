package dev.interleave.display;

/** Text as markup, and markup as text. */
final class Markup {

    private Markup() {}

    static String escape(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Without its tags, more or less: what a person would read. */
    static String text(String html) {
        String text =
                html.replaceAll("(?i)<(/p|/tr|/li|/h\\d|br)[^<>]*>", "\n")
                        .replaceAll("(?i)</t[dh]\\s*>", "\t")
                        .replaceAll("<[^<>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .strip();
        return text.isEmpty() ? "Markup without text" : text;
    }
}
