package dev.interleave.web.course;

import dev.interleave.sandbox.Comparer.Mode;
import java.util.List;
import java.util.Locale;

/**
 * A live comparison of a lesson. Its versions are in the lesson's text.
 *
 * @param mode what is measured, by its name in the lessons
 * @param n what versions get that want a number, unless the learner chooses another one
 * @param seconds how long each pair of versions is measured at most
 * @param delay of the simulated service in milliseconds; 0 unless it is a load
 * @param sweep from n to n, unless the learner chooses where it ends; empty unless it is a load
 * @param setup Java that all versions share; empty if there is none
 * @param versions two to four; each further one is compared with the first
 * @param choices how many predictions there are to choose from
 */
public record Comparison(
        String id,
        String title,
        String mode,
        int n,
        int seconds,
        int delay,
        List<Integer> sweep,
        String setup,
        List<Version> versions,
        int choices) {

    /** A version by its name for people. */
    public record Version(String name, String source) {}

    /** Whether versions are put under load, in place of being called. */
    public boolean isLoad() {
        return mode.equals("load");
    }

    public Mode measured() {
        return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    /** The whole of a version; its own lines keep their numbers. */
    public String whole(String source) {
        return setup.isEmpty() ? source : source + "\n\n" + setup;
    }
}
