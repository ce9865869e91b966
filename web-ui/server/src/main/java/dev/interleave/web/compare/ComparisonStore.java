package dev.interleave.web.compare;

import dev.interleave.web.progress.ComparisonRuns;
import dev.interleave.web.progress.Drafts;

/** Where a learner's work at comparisons is kept. */
public record ComparisonStore(Drafts drafts, ComparisonRuns runs) {}
