package dev.interleave.web.compare;

import dev.interleave.web.progress.ComparisonRuns;
import dev.interleave.web.progress.Drafts;

/**
 * Where a learner's work at comparisons is kept.
 *
 * @param machine what is measured now is measured on
 */
public record ComparisonStore(Drafts drafts, ComparisonRuns runs, String machine) {

    /** Of what is measured on this computer. */
    public ComparisonStore(Drafts drafts, ComparisonRuns runs) {
        this(drafts, runs, Machine.id());
    }
}
