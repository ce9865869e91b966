package dev.interleave.cli.grade;

import dev.interleave.sandbox.grade.Exercise;
import dev.interleave.sandbox.grade.ExerciseException;
import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.Judge;
import dev.interleave.sandbox.grade.SubmissionReader.Found;
import dev.interleave.sandbox.grade.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Grades many submissions, some at a time, and tells them in their order. */
public final class HandIns {

    private static final int ATTEMPTS = 2;

    private final Judge judge;
    private final Exercise exercise;
    private final int jobs;

    public HandIns(Judge judge, Exercise exercise, int jobs) {
        this.judge = judge;
        this.exercise = exercise;
        this.jobs = jobs;
    }

    /** Whether every one of them could be graded. */
    public boolean grade(List<Found> found, GradeOutput output, ProgressBar progress)
            throws InterruptedException {
        boolean all = true;
        try (var threads = Executors.newFixedThreadPool(jobs)) {
            List<Future<Graded>> tasks = new ArrayList<>();
            for (Found each : found) {
                tasks.add(
                        threads.submit(
                                () -> {
                                    try {
                                        return grade(each);
                                    } finally {
                                        progress.step();
                                    }
                                }));
            }
            for (Future<Graded> task : tasks) {
                Graded graded = task.get();
                progress.beside(() -> output.graded(graded));
                all &= graded.report().verdict() != Verdict.UNGRADABLE;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        output.end();
        return all;
    }

    private Graded grade(Found found) throws ExerciseException {
        return new Graded(
                found.name(),
                switch (found) {
                    case Found.Unreadable(var _, var reason) -> ungradable(reason);
                    case Found.Readable readable -> grade(readable);
                });
    }

    /** A jail that could not be started is tried again; the submission is not to blame. */
    private GradeReport grade(Found.Readable found) throws ExerciseException {
        String reason = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return judge.grade(exercise, found.submission());
            } catch (IOException e) {
                reason = e.getMessage();
            }
        }
        return ungradable("It could not be graded now: " + reason);
    }

    private GradeReport ungradable(String reason) {
        return new GradeReport(
                exercise.id(), Verdict.UNGRADABLE, 0, exercise.points(), reason, List.of(), 0);
    }
}
