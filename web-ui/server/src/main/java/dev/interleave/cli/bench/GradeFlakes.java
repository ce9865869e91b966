package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.Judge;
import dev.interleave.sandbox.grade.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades every solution of every exercise again and again. It counts verdicts that are wrong, and
 * reports that differ from the first one of the same submission in what any test came to.
 */
final class GradeFlakes implements Benchmark {

    private final Path exercises;
    private final Graders graders;

    GradeFlakes(Path exercises, Graders graders) {
        this.exercises = exercises;
        this.graders = graders;
    }

    @Override
    public String name() {
        return "grade.flakes";
    }

    @Override
    public String purpose() {
        return "gradings of the same submissions that do not agree with each other; --runs of each";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var handIns = HandIn.in(exercises);
        var runs = bench.amounts().runs(2, 20);
        var count = new Count();
        try (var open = graders.open();
                var pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var done = 0L;
            for (var handIn : handIns) {
                open.judge().tests(handIn.exercise());
                count.add(handIn, graded(open.judge(), handIn, runs, pool::submit));
                done += runs;
                bench.progress().at(name(), done, (long) runs * handIns.size());
            }
        }
        var notes = "%d gradings, %d of each submission".formatted(runs * handIns.size(), runs);
        bench.tell(name(), "disagreements", count.different.size(), notes + names(count.different));
        bench.tell(
                name() + ".wrong",
                "wrong verdicts",
                count.wrong.size(),
                notes + names(count.wrong));
    }

    /** Starts gradings. */
    private interface Starter {
        Future<GradeReport> start(Callable<GradeReport> grading);
    }

    private static List<GradeReport> graded(Judge judge, HandIn handIn, int runs, Starter starter)
            throws Exception {
        List<Future<GradeReport>> tasks = new ArrayList<>();
        for (var run = 0; run < runs; run++) {
            tasks.add(starter.start(() -> judge.grade(handIn.exercise(), handIn.submission())));
        }
        List<GradeReport> reports = new ArrayList<>();
        for (var task : tasks) {
            reports.add(task.get());
        }
        return reports;
    }

    private static String names(List<String> handIns) {
        return handIns.isEmpty() ? "" : ": " + String.join(", ", handIns);
    }

    /** What was not as it should be, by the names of the submissions. */
    private static final class Count {

        private final List<String> different = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();

        void add(HandIn handIn, List<GradeReport> reports) {
            var first = outcome(reports.getFirst());
            for (var report : reports) {
                if (!outcome(report).equals(first)) {
                    different.add(handIn.name());
                }
                if (handIn.right() != (report.verdict() == Verdict.PASSED)) {
                    wrong.add(handIn.name());
                }
            }
        }

        /** The verdict, and the fault of each test. */
        private static List<Object> outcome(GradeReport report) {
            List<Object> outcome = new ArrayList<>();
            outcome.add(report.verdict());
            report.tests().forEach(result -> outcome.add(String.valueOf(result.fault())));
            return outcome;
        }
    }
}
