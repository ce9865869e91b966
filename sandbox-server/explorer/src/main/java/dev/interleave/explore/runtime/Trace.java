package dev.interleave.explore.runtime;

import dev.interleave.explore.result.Step;
import dev.interleave.explore.schedule.Sites;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last steps of a run. */
final class Trace {

    private static final int KEPT = 2_000;

    private final Deque<Step> steps = new ArrayDeque<>();

    void add(Step.Kind kind, String thread, String site, String what, long nanos) {
        if (steps.size() == KEPT) steps.removeFirst();
        var place = Sites.place(site);
        var text = what == null ? place.what() : what;
        steps.add(
                new Step(
                        kind,
                        thread,
                        place.className(),
                        place.method(),
                        place.line(),
                        text,
                        nanos));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
