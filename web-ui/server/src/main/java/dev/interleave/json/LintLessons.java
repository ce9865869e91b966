package dev.interleave.json;

import java.util.Map;

/** Which place in the lessons explains what a lint of a comparison warns of. */
public final class LintLessons {

    private static final String MEASURING = "s1-00-course-map-and-method#way-measure";
    private static final String SHARED = "s1-03-races-and-the-memory-model#one-step";

    private static final Map<String, String> PLACES =
            Map.ofEntries(
                    Map.entry("dead-code", MEASURING),
                    Map.entry("constant-result", MEASURING),
                    Map.entry("constant-input", MEASURING),
                    Map.entry("nothing-measured", MEASURING),
                    Map.entry("measuring-cost", MEASURING),
                    Map.entry("own-loop", MEASURING),
                    Map.entry("own-clock", MEASURING),
                    Map.entry("own-settings", MEASURING),
                    Map.entry("first-param", MEASURING),
                    Map.entry("output", MEASURING),
                    Map.entry("setup-inside", MEASURING),
                    Map.entry("unstable-result", SHARED),
                    Map.entry("shared-state", SHARED),
                    Map.entry("leak", "s2-02-spawn-join-and-handles#who-keeps-the-house-open"),
                    Map.entry("thread-count", "s1-08-choosing-sync-or-async#the-share-of-waiting"),
                    Map.entry(
                            "blocking-in-common-pool",
                            "s1-06-futures-and-promises#the-default-pool"),
                    Map.entry(
                            "coordinated-omission",
                            "s2-05-sockets-and-http-on-virtual-threads#how-many-at-the-door"));

    private LintLessons() {}

    /** Every place by the rule that it explains. */
    public static Map<String, String> all() {
        return PLACES;
    }

    /** The lesson's id and the anchor in it, as in {@code lesson#anchor}; null if there is none. */
    public static String of(String rule) {
        return PLACES.get(rule);
    }
}
