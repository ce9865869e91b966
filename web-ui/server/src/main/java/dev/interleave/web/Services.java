package dev.interleave.web;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Grader;
import dev.interleave.web.cell.SandboxAccess;
import dev.interleave.web.cell.Store;
import dev.interleave.web.compare.ComparisonStore;
import dev.interleave.web.course.CourseLibrary;
import dev.interleave.web.exercise.ExerciseStore;
import dev.interleave.web.learner.Learners;
import dev.interleave.web.page.Templates;
import java.util.concurrent.CompletableFuture;

/**
 * What the server's pages and its API stand on.
 *
 * @param sandbox that may be still opening: pages do not wait for it, cells do
 */
public record Services(
        CourseLibrary library,
        Templates templates,
        Learners learners,
        Store store,
        ExerciseStore exercises,
        StudyStore study,
        ComparisonStore comparisons,
        Grader grader,
        Comparer comparer,
        CompletableFuture<SandboxAccess> sandbox) {}
