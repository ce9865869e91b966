package dev.interleave.web.language;

import java.util.ArrayList;
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

    /**
     * How many sentences can be in each other. No more than that are looked for: a learner's output
     * can be made of any number, and each is looked at more than once.
     */
    private static final int DEEPEST = 4;

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
        return told(english, DEEPEST);
    }

    private String told(String english, int deepest) {
        if (deepest == 0 || english.length() > LONGEST) {
            return english;
        }
        var several = sentences(english, deepest);
        var whole = several == null ? find(english, deepest) : several;
        if (whole != null) {
            return whole;
        }
        var told = new StringBuilder();
        var from = 0;
        var between = BETWEEN.matcher(english);
        while (between.find()) {
            told.append(part(english.substring(from, between.start()), deepest))
                    .append(between.group());
            from = between.end();
        }
        return told.append(part(english.substring(from), deepest)).toString();
    }

    /**
     * Several sentences, each of which is known; null otherwise. Without it the values of the first
     * one could swallow the others.
     */
    private String sentences(String english, int deepest) {
        var each = AFTER_SENTENCE.split(english);
        if (each.length < 2) {
            return null;
        }
        var found = Stream.of(each).map(one -> find(one, deepest)).toList();
        return found.contains(null) ? null : String.join(" ", found).replaceAll("([。！？]) ", "$1");
    }

    /** What begins with words of its own comes first, then what has more of them. */
    private static int rank(String english) {
        var words = PLACEHOLDER.matcher(english).replaceAll("").length();
        return (english.startsWith("{") ? LONGEST : 0) - words;
    }

    private String part(String english, int deepest) {
        var found = find(english, deepest);
        return found == null ? english : found;
    }

    private String find(String english, int deepest) {
        for (var sentence : all) {
            var values = sentence.values(english);
            if (values != null) {
                return PLACEHOLDER
                        .matcher(sentence.translated())
                        .replaceAll(
                                it ->
                                        Matcher.quoteReplacement(
                                                told(
                                                        values.get(
                                                                sentence.places()
                                                                        .indexOf(it.group(1))),
                                                        deepest - 1)));
            }
        }
        return null;
    }

    private static Sentence sentence(Map.Entry<String, String> entry) {
        var places =
                PLACEHOLDER.matcher(entry.getKey()).results().map(found -> found.group(1)).toList();
        return new Sentence(
                List.of(PLACEHOLDER.split(entry.getKey(), -1)), places, entry.getValue());
    }

    /**
     * @param words before, between and after the values: one more than there are places
     * @param places the numbers of the values, in their order
     */
    private record Sentence(List<String> words, List<String> places, String translated) {

        /**
         * The values in a text, each as short as can be and none empty; null if it is another
         * sentence. No place is tried twice, whatever a learner writes, as an expression would.
         */
        List<String> values(String english) {
            var last = words.getLast();
            if (places.isEmpty()) {
                return english.equals(last) ? List.of() : null;
            }
            if (!english.startsWith(words.getFirst()) || !english.endsWith(last)) {
                return null;
            }
            var values = new ArrayList<String>();
            var from = words.getFirst().length();
            for (var between : words.subList(1, words.size() - 1)) {
                var to = english.indexOf(between, from + 1);
                if (to < 0) {
                    return null;
                }
                values.add(english.substring(from, to));
                from = to + between.length();
            }
            var end = english.length() - last.length();
            if (end <= from) {
                return null;
            }
            values.add(english.substring(from, end));
            return values;
        }
    }
}
