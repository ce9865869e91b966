package dev.interleave.explore.schedule;

import dev.interleave.explore.result.Step;

/** Hears what a scheduler does, on the thread that does it. */
public interface Observer {

    /** A thread was started by another, or by nobody if it is the first. */
    void started(ControlledThread thread, ControlledThread by);

    /** A waiting thread was made runnable, by another or by a timer ({@code by} is null). */
    void woken(ControlledThread thread, ControlledThread by);

    void ended(ControlledThread thread);

    /** The run went one step on; {@code thread} is null where only time passed. */
    void step(Step.Kind kind, ControlledThread thread, String site);
}
