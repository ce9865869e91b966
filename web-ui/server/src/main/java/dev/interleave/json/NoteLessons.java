package dev.interleave.json;

import java.util.Map;

/** Which lesson explains what a note about a run says. */
public final class NoteLessons {

    private static final Map<String, String> LESSONS =
            Map.ofEntries(
                    Map.entry("blocking-in-common-pool", "s1-06-futures-and-promises"),
                    Map.entry("pinned", "s2-07-do-not-block-the-runtime"),
                    Map.entry("carrier-hogged", "s2-07-do-not-block-the-runtime"),
                    Map.entry("deadlock", "s1-04-locks-and-deadlock"),
                    Map.entry("lock-held-across-slow-call", "s1-04-locks-and-deadlock"),
                    Map.entry("never-notified", "s1-04-locks-and-deadlock"),
                    Map.entry("not-joined", "s2-02-spawn-join-and-handles"),
                    Map.entry("leaked-executor", "s2-02-spawn-join-and-handles"),
                    Map.entry("lost-exception", "s2-10-errors-across-tasks"),
                    Map.entry("busy-wait", "s1-03-races-and-the-memory-model"),
                    Map.entry("unbounded-queue", "s1-05-channels-and-queues"));

    private NoteLessons() {}

    /** Every lesson by the kind of note that it explains. */
    public static Map<String, String> all() {
        return LESSONS;
    }

    /** The lesson's id, or null. */
    public static String of(String kind) {
        return LESSONS.get(kind);
    }
}
