package dev.interleave.web.cell;

import dev.interleave.web.progress.Drafts;
import dev.interleave.web.progress.OwnCells;
import dev.interleave.web.progress.Progress;
import dev.interleave.web.progress.Runs;

/** Where a learner's work is kept. */
public record Store(Drafts drafts, Runs runs, Progress progress, OwnCells own) {}
