package dev.interleave.lessons.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One text of an exercise as readers of a language get it: its translation, or the source where
 * there is none, or where the translation is older and does not fit any more.
 *
 * @param source what they read; empty where the exercise has no such text
 * @param older whether it is a translation that is older than its source
 * @param problems what must be put right, because the source is as it was when it was translated
 * @param warnings what has to be translated anew some day
 */
record ExerciseText(Source source, boolean older, List<Problem> problems, List<Problem> warnings) {

    private static final Pattern MADE_OF = Pattern.compile("(?m)^:source-hash: ([0-9a-f]{12})$");
    private static final Pattern ID = Pattern.compile("(?m)^\\[#([a-z0-9-]+)");
    private static final Pattern LISTING =
            Pattern.compile("(?ms)^(-{4,}|\\.{4,})\\R(.*?)\\R\\1\\s*$");

    static ExerciseText untranslated(Source english) {
        return new ExerciseText(english, false, List.of(), List.of());
    }

    static ExerciseText translated(Source english, Source translation) {
        var madeOf = first(MADE_OF, translation.text());
        var now = Hash.ofFile(english.text());
        var differences = differences(english, translation);
        if (madeOf.isEmpty()) {
            var missing =
                    "A translation says which text it was made of: :source-hash: %s."
                            .formatted(now);
            return new ExerciseText(
                    translation, false, List.of(problem(translation, missing)), List.of());
        }
        if (madeOf.equals(now)) {
            return new ExerciseText(translation, false, differences, List.of());
        }
        if (!differences.isEmpty()) {
            var unfit =
                    "The source is newer and this translation does not fit any more, so that"
                            + " readers get the source. "
                            + differences.getFirst().message();
            return new ExerciseText(
                    english, false, List.of(), List.of(problem(translation, unfit)));
        }
        var older =
                "The source is newer than this translation. Once it is up to date, write"
                        + " :source-hash: %s.".formatted(now);
        return new ExerciseText(translation, true, List.of(), List.of(problem(translation, older)));
    }

    /** What differs in more than words: the sections, and the code. */
    private static List<Problem> differences(Source english, Source translation) {
        var wantedIds = all(ID, english.text());
        var ids = all(ID, translation.text());
        var found = new ArrayList<Problem>();
        if (!ids.equals(wantedIds)) {
            var message = "The sections of the source are %s, and here they are %s.";
            found.add(problem(translation, message.formatted(wantedIds, ids)));
        }
        if (!listings(translation).equals(listings(english))) {
            var message = "The code differs from that of the source. Only comments are translated.";
            found.add(problem(translation, message));
        }
        return found;
    }

    private static List<String> listings(Source source) {
        return LISTING.matcher(source.text())
                .results()
                .map(found -> JavaCode.withoutComments(found.group(2)))
                .toList();
    }

    private static String first(Pattern pattern, String text) {
        return all(pattern, text).stream().findFirst().orElse("");
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult it) -> it.group(1)).toList();
    }

    private static Problem problem(Source source, String message) {
        return new Problem(source.file(), 0, message);
    }
}
