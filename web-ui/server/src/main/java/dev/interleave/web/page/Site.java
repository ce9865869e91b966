package dev.interleave.web.page;

import dev.interleave.web.language.Language;
import dev.interleave.web.language.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What every page needs, whatever it shows.
 *
 * @param assets addresses of scripts and styles
 * @param nonce of this answer's content security policy; a style that a script makes must carry it
 * @param jailed false when cells run without a jail, which every page must then say
 * @param refusal why this server runs no cells, or null when it does
 * @param dev whether the server was started for authors, with reloading
 * @param address of this server as the browser knows it, such as {@code https://course.example}
 * @param visitor who is signed in, or null where nobody is
 * @param texts the words of the interface in the reader's language
 */
public record Site(
        Assets assets,
        String nonce,
        boolean jailed,
        String refusal,
        boolean dev,
        String address,
        Visitor visitor,
        Texts texts) {

    /** A text of the interface in the reader's language. */
    public String t(String english, Object... values) {
        return texts.t(english, values);
    }

    /** What the server says in an answer, in the reader's language; null stays null. */
    public String told(String english) {
        return texts.told(english);
    }

    /** A time to read, as people of the reader's language write it, without its zone. */
    public String time(Instant time, ZoneId zone) {
        return texts.time(time, zone);
    }

    /** The languages that the reader can choose. */
    public List<Language> languages() {
        return List.of(Language.values());
    }
}
