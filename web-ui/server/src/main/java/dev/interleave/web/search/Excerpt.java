package dev.interleave.web.search;

import dev.interleave.web.search.Search.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts what is around a word out of a text. */
public final class Excerpt {

    private static final int BEFORE = 20;
    private static final int AFTER = 60;

    private Excerpt() {}

    /** The text around the first place where the word is; its beginning if it is nowhere. */
    public static List<Part> of(String text, String word) {
        int found = text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
        int at = Math.max(0, found);
        int from = Math.max(0, at - BEFORE);
        int hit = found < 0 ? 0 : Math.min(text.length(), at + word.length());
        int to = Math.min(text.length(), hit + AFTER);
        var parts = new ArrayList<Part>();
        parts.add(new Part((from > 0 ? "…" : "") + text.substring(from, at), false));
        parts.add(new Part(text.substring(at, hit), found >= 0));
        parts.add(new Part(text.substring(hit, to) + (to < text.length() ? "…" : ""), false));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }
}
