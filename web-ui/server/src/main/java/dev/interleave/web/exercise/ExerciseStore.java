package dev.interleave.web.exercise;

import dev.interleave.web.progress.Attempts;
import dev.interleave.web.progress.Drafts;
import dev.interleave.web.progress.ExerciseHelp;
import dev.interleave.web.report.ShownReports;

/**
 * Where a learner's work at exercises is kept.
 *
 * @param reports what learners see of their attempts' reports
 */
public record ExerciseStore(
        Drafts drafts, Attempts attempts, ExerciseHelp help, ShownReports reports) {}
