package dev.interleave.explore.result;

import java.util.List;

/**
 * What one thread was doing when the fault was found.
 *
 * @param doing in words, such as {@code waits for the monitor of Account, held by left}
 * @param stack the lines of the submission and of its tests, innermost first; what lies in the JDK
 *     is left out
 */
public record ThreadReport(String name, State state, String doing, List<Frame> stack) {

    /** Whether a thread could have gone on. */
    public enum State {
        RUNNING,
        RUNNABLE,
        BLOCKED,
        ENDED
    }

    public ThreadReport {
        stack = List.copyOf(stack);
    }
}
