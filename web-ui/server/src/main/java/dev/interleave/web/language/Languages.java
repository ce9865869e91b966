package dev.interleave.web.language;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/**
 * Finds the language of each request: the one that its reader chose, or else the one that the
 * browser prefers. Every page can be asked for in a language, with {@code ?lang=zh-CN}, which is
 * the reader's choice from then on.
 *
 * <p>Threading: immutable.
 */
public final class Languages {

    private static final String CHOICE = "lang";
    private static final String COOKIE = "language";
    private static final String ATTRIBUTE = "language";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final boolean secure;

    /**
     * @param secure whether browsers reach the server by TLS
     */
    public Languages(boolean secure) {
        this.secure = secure;
    }

    /** To be called before each request is answered. */
    public void find(Context ctx) {
        var choice = Optional.ofNullable(ctx.queryParam(CHOICE)).flatMap(Language::of);
        choice.ifPresent(language -> keep(ctx, language));
        var language =
                choice.or(() -> Optional.ofNullable(ctx.cookie(COOKIE)).flatMap(Language::of))
                        .orElseGet(() -> preferred(ctx.header("Accept-Language")));
        ctx.attribute(ATTRIBUTE, language);
    }

    /** The language of a request. */
    public static Language of(Context ctx) {
        var found = ctx.<Language>attribute(ATTRIBUTE);
        return found == null ? Language.ENGLISH : found;
    }

    /** Says of an answer which language it is in, and what that depends on. */
    public static void declare(Context ctx) {
        ctx.header("Content-Language", of(ctx).tag());
        ctx.header("Vary", "Accept-Language, Cookie");
    }

    private void keep(Context ctx, Language language) {
        ctx.cookie(new Cookie(COOKIE, language.tag(), "/", YEAR, secure, true, null, SameSite.LAX));
    }

    /** Any Chinese is answered with ours. */
    static Language preferred(String accepted) {
        for (var range : ranges(accepted)) {
            var wanted = Locale.forLanguageTag(range.getRange()).getLanguage();
            for (var language : Language.values()) {
                if (range.getWeight() > 0 && language.locale().getLanguage().equals(wanted)) {
                    return language;
                }
            }
        }
        return Language.ENGLISH;
    }

    private static List<LanguageRange> ranges(String accepted) {
        try {
            return accepted == null ? List.of() : LanguageRange.parse(accepted);
        } catch (IllegalArgumentException e) {
            // Whoever sends nonsense gets the language of the source.
            return List.of();
        }
    }
}
