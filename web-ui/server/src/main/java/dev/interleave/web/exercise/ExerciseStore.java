package dev.interleave.web.exercise;

import dev.interleave.web.progress.Attempts;
import dev.interleave.web.progress.Drafts;
import dev.interleave.web.progress.ExerciseHelp;

/** Where a learner's work at exercises is kept. */
public record ExerciseStore(Drafts drafts, Attempts attempts, ExerciseHelp help) {}
