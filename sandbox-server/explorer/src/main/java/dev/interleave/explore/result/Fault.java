package dev.interleave.explore.result;

import java.util.List;

/**
 * One fault of a submission, in words for a learner and with what proves it.
 *
 * @param message whole sentences
 * @param threads what each thread was doing, in the order in which they were started
 */
public record Fault(FaultKind kind, String message, Evidence evidence, List<ThreadReport> threads) {
    public Fault {
        threads = List.copyOf(threads);
    }
}
