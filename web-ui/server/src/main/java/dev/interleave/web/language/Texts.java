package dev.interleave.web.language;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;

/**
 * The words of the interface in one language. They are looked up by their English; pages and
 * scripts share one catalogue for each language, {@code texts/TAG.json}.
 *
 * @param translated by the English text
 * @param sentences of answers, which have values in them
 *     <p>Threading: immutable.
 */
public record Texts(Language language, Map<String, String> translated, Sentences sentences) {

    /** Without sentences of answers. */
    public Texts(Language language, Map<String, String> translated) {
        this(language, translated, new Sentences(Map.of()));
    }

    /** Those of all languages, read at the start. */
    public static Map<Language, Texts> all() {
        var all = new EnumMap<Language, Texts>(Language.class);
        for (var language : Language.values()) {
            var english = language == Language.ENGLISH;
            all.put(
                    language,
                    english
                            ? new Texts(language, Map.of())
                            : new Texts(
                                    language,
                                    read("texts", language),
                                    new Sentences(read("sentences", language))));
        }
        return Map.copyOf(all);
    }

    /**
     * A text, in this language if it is translated.
     *
     * @param values what stands for {@code {0}}, {@code {1}} and so on
     */
    public String t(String english, Object... values) {
        var text = translated.getOrDefault(english, english);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** What the server says in an answer, in this language if it is translated; null stays null. */
    public String told(String english) {
        return english == null ? null : sentences.told(english);
    }

    /** A time to read, as people of this language write it, without its zone. */
    public String time(Instant time, ZoneId zone) {
        var pattern = language == Language.CHINESE ? "yyyy年M月d日 HH:mm" : "yyyy-MM-dd HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).withZone(zone).format(time);
    }

    /**
     * A catalogue.
     *
     * @param kind {@code texts}, or {@code sentences}: what the server says in answers, of which
     *     the page's script finds the translation
     */
    static Map<String, String> read(String kind, Language language) {
        var name = "/" + kind + "/" + language.tag() + ".json";
        try (var in = Texts.class.getResourceAsStream(name)) {
            return Map.copyOf(
                    new JsonMapper().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + name, e);
        }
    }
}
