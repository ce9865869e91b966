package dev.interleave.web.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the server says in answers, in another language: it is found by its English, in which {@code
 * {0}} stands for a value; values are looked up in turn. The script of the pages does the same.
 *
 * <p>Threading: immutable.
 */
final class Sentences {

    /** What is longer is no sentence of the server but a learner's output. */
    private static final int LONGEST = 4000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final Pattern BETWEEN = Pattern.compile("\n|; |, |(?<=[.!?:]) (?=[A-Z])");

    private static final Pattern AFTER_SENTENCE =
            Pattern.compile("(?<=[.!?]) (?=[\\p{Lu}\\p{IsHan}])");

    private final List<Sentence> all;

    Sentences(Map<String, String> translated) {
        all =
                translated.entrySet().stream()
                        .sorted(Comparator.comparing(each -> rank(each.getKey())))
                        .map(each -> sentence(each))
                        .toList();
    }

    /** A text of one or several sentences; what is not in the catalogue stays as it is. */
    String told(String english) {
        if (english.length() > LONGEST) {
            return english;
        }
        var several = sentences(english);
        var whole = several == null ? find(english) : several;
        if (whole != null) {
            return whole;
        }
        var told = new StringBuilder();
        var from = 0;
        var between = BETWEEN.matcher(english);
        while (between.find()) {
            told.append(part(english.substring(from, between.start()))).append(between.group());
            from = between.end();
        }
        return told.append(part(english.substring(from))).toString();
    }

    /**
     * Several sentences, each of which is known; null otherwise. Without it the values of the first
     * one could swallow the others.
     */
    private String sentences(String english) {
        var found = Stream.of(AFTER_SENTENCE.split(english)).map(this::find).toList();
        return found.size() < 2 || found.contains(null)
                ? null
                : String.join(" ", found).replaceAll("([。！？]) ", "$1");
    }

    /** What begins with words of its own comes first, then what has more of them. */
    private static int rank(String english) {
        var words = PLACEHOLDER.matcher(english).replaceAll("").length();
        return (english.startsWith("{") ? LONGEST : 0) - words;
    }

    private String part(String english) {
        var found = find(english);
        return found == null ? english : found;
    }

    private String find(String english) {
        for (var sentence : all) {
            var match = sentence.english().matcher(english);
            if (match.matches()) {
                return PLACEHOLDER
                        .matcher(sentence.translated())
                        .replaceAll(
                                it ->
                                        Matcher.quoteReplacement(
                                                value(sentence, match, it.group(1))));
            }
        }
        return null;
    }

    private String value(Sentence sentence, Matcher match, String place) {
        return told(match.group(sentence.places().indexOf(place) + 1));
    }

    private static Sentence sentence(Map.Entry<String, String> entry) {
        var places =
                PLACEHOLDER.matcher(entry.getKey()).results().map(found -> found.group(1)).toList();
        var pattern = new StringBuilder();
        var from = 0;
        var placeholders = PLACEHOLDER.matcher(entry.getKey());
        while (placeholders.find()) {
            pattern.append(Pattern.quote(entry.getKey().substring(from, placeholders.start())));
            pattern.append("(.+?)");
            from = placeholders.end();
        }
        pattern.append(Pattern.quote(entry.getKey().substring(from)));
        return new Sentence(
                Pattern.compile(pattern.toString(), Pattern.DOTALL), places, entry.getValue());
    }

    private record Sentence(Pattern english, List<String> places, String translated) {}
}
