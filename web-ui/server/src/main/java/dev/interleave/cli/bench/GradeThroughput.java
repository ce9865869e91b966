package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.grade.ExerciseReader;
import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.Judge;
import dev.interleave.sandbox.grade.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many submissions a minute are graded, as many at a time as there are processors, and how long
 * a learner waits for the public tests when nobody else does.
 */
final class GradeThroughput implements Benchmark {

    /** It has plain tests and scenarios, and solutions of many kinds. */
    private static final String EXERCISE = "s1-04-e2-bounded-buffer";

    private static final double NANOS_PER_MINUTE = 60e9;

    private final Path exercises;
    private final Graders graders;

    GradeThroughput(Path exercises, Graders graders) {
        this.exercises = exercises;
        this.graders = graders;
    }

    @Override
    public String name() {
        return "grade.throughput";
    }

    @Override
    public String purpose() {
        return "submissions graded a minute, and the time of the public tests of one";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var exercise = ExerciseReader.read(exercises.resolve(EXERCISE));
        var handIns = HandIn.of(exercise);
        try (var open = graders.open()) {
            open.judge().tests(exercise);
            tellPublic(bench, open.judge(), handIns);
            tellAll(bench, open.judge(), handIns);
        }
    }

    private void tellPublic(Bench bench, Judge judge, List<HandIn> handIns) throws Exception {
        List<Double> millis = new ArrayList<>();
        var runs = bench.amounts().runs(5, 20);
        for (var run = 0; run < runs; run++) {
            var handIn = handIns.get(run % handIns.size());
            var report =
                    judge.grade(handIn.exercise(), handIn.submission(), test -> !test.hidden());
            millis.add((double) report.millis());
            bench.progress().at(name() + ".public", run + 1L, runs);
        }
        bench.tell(name() + ".public", "ms", millis, EXERCISE + ", one after the other");
    }

    private void tellAll(Bench bench, Judge judge, List<HandIn> handIns) throws Exception {
        var jobs = Runtime.getRuntime().availableProcessors();
        var runs = bench.amounts().runs(handIns.size(), 4 * handIns.size());
        List<Double> millis = new ArrayList<>();
        var begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(jobs)) {
            List<Future<GradeReport>> reports = new ArrayList<>();
            for (var run = 0; run < runs; run++) {
                var handIn = handIns.get(run % handIns.size());
                reports.add(pool.submit(() -> graded(judge, handIn)));
            }
            for (var report : reports) {
                millis.add((double) report.get().millis());
                bench.progress().at(name(), millis.size(), runs);
            }
        }
        var minutes = (System.nanoTime() - begun) / NANOS_PER_MINUTE;
        var notes = "%d of %s, %d at a time".formatted(runs, EXERCISE, jobs);
        bench.tell(name(), "submissions/min", runs / minutes, notes);
        bench.tell(name() + ".latency", "ms", millis, notes);
    }

    private static GradeReport graded(Judge judge, HandIn handIn) throws Exception {
        var report = judge.grade(handIn.exercise(), handIn.submission());
        if (handIn.right() != (report.verdict() == Verdict.PASSED)) {
            throw new WrongResult(handIn.name() + " is " + report.verdict().code());
        }
        return report;
    }
}
