package dev.interleave.explore.result;

import java.util.List;

/** How the exploration of one scenario ended. */
public sealed interface Outcome {

    /** The runs that were tried. */
    int runs();

    /**
     * No run showed a fault.
     *
     * @param runs the runs that were tried
     * @param exhausted the number of preemptions for which every schedule was tried; -1 if not even
     *     those without preemption could all be tried
     * @param complete whether every schedule there is was tried, however many preemptions it has
     * @param steps the scheduling points of the longest run
     */
    record Passed(int runs, int exhausted, boolean complete, int steps) implements Outcome {}

    /**
     * A run showed a fault.
     *
     * @param runs the runs until then
     * @param found which search found it, such as {@code systematic, 1 preemption}
     * @param replay replays exactly this run
     * @param replayed whether two replays gave the same fault by the same steps; where not, the
     *     submission or its tests depend on something that is not under control, and the verdict
     *     must not be scored
     * @param trace the steps of the run, the last ones if there are very many
     */
    record Failed(
            int runs, Fault fault, String found, Replay replay, boolean replayed, List<Step> trace)
            implements Outcome {
        public Failed {
            trace = List.copyOf(trace);
        }
    }

    /**
     * The submission left what can be controlled, so nothing is known; the reason is for people.
     */
    record Uncontrolled(int runs, String reason) implements Outcome {}
}
