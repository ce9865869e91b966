package dev.interleave.web.language;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language that the interface speaks; the first one is that of its source. */
public enum Language {
    ENGLISH("en", "English"),
    CHINESE("zh-CN", "中文");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** As in {@code lang} and in the folders of the lessons. */
    public String tag() {
        return tag;
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language with this tag. */
    public static Optional<Language> of(String tag) {
        return Stream.of(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }
}
