package dev.interleave.explore.schedule;

import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.FaultKind;

/** A fault that a run has just shown; the threads' states are added when the run has stopped. */
public record Finding(FaultKind kind, String message, Evidence evidence) {

    public Finding(FaultKind kind, String message) {
        this(kind, message, new Evidence.None());
    }
}
