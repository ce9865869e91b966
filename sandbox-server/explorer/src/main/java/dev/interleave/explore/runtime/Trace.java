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
    private String lastSite = "";

    void add(Step.Kind kind, String thread, String site, String what, long nanos) {
        if (steps.size() == KEPT) steps.removeFirst();
        lastSite = site;
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

    /**
     * Adds to the words of the last step.
     *
     * @param site where it must have been, or empty for anywhere
     */
    void amend(String thread, String site, String words) {
        var last = steps.peekLast();
        if (last == null || last.kind() != Step.Kind.RUN || !last.thread().equals(thread)) return;
        if (!site.isEmpty() && !site.equals(lastSite)) return;
        steps.removeLast();
        steps.add(last.with(words));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
