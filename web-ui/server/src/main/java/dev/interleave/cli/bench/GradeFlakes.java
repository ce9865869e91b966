package dev.interleave.cli.bench;

import dev.interleave.bench.Bench;
import dev.interleave.bench.Benchmark;
import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.grade.Judge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Grades every solution of every exercise again and again, each time in fresh jails, every second
 * time with another seed. It counts verdicts that are not as the exercise says, and reports that
 * differ from the first one of the same solution.
 */
final class GradeFlakes implements Benchmark {

    private final Path exercises;
    private final Graders graders;
    private final RecordFile<GradingRecord> file;
    private final List<String> only;

    /**
     * @param only {@code references}, {@code wrong}, or beginnings of exercises' names; empty for
     *     everything
     */
    GradeFlakes(
            Path exercises, Graders graders, RecordFile<GradingRecord> file, List<String> only) {
        this.exercises = exercises;
        this.graders = graders;
        this.file = file;
        this.only = List.copyOf(only);
    }

    @Override
    public String name() {
        return "grade.flakes";
    }

    @Override
    public String purpose() {
        return "gradings of the same solutions that do not agree with each other; --runs of each";
    }

    @Override
    public boolean inQuickRun() {
        return false;
    }

    @Override
    public void run(Bench bench) throws Exception {
        var solutions =
                HandIn.in(exercises).stream()
                        .filter(this::chosen)
                        .map(GradedSolution::new)
                        .toList();
        if (solutions.isEmpty()) {
            throw new WrongResult("No exercise has such a solution: " + String.join(", ", only));
        }
        var kept = file.open();
        solutions.forEach(solution -> solution.recall(kept));
        grade(bench, solutions, bench.amounts().runs(2, 20));
        new FlakeCounts(solutions.stream().flatMap(one -> one.records().stream()).toList())
                .tell(bench, name());
    }

    private boolean chosen(HandIn handIn) {
        var kinds = only.stream().filter(GradeFlakes::isKind).toList();
        var names = only.stream().filter(word -> !isKind(word)).toList();
        var kind = handIn.right() ? "references" : "wrong";
        return (kinds.isEmpty() || kinds.contains(kind))
                && (names.isEmpty() || names.stream().anyMatch(handIn.exercise().id()::startsWith));
    }

    private static boolean isKind(String word) {
        return word.equals("references") || word.equals("wrong");
    }

    /** Each in turn: whenever it is ended there are about as many of each. */
    private void grade(Bench bench, List<GradedSolution> solutions, int runs) throws Exception {
        try (var open = graders.open();
                var pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var run = 0; run < runs; run++) {
                var turn = run;
                var due = solutions.stream().filter(one -> one.records().size() <= turn).toList();
                var seed = seed(run);
                List<Future<GradingRecord>> gradings = new ArrayList<>();
                for (var solution : due) {
                    gradings.add(pool.submit(() -> solution.grade(open.judge(), seed)));
                }
                keep(bench, gradings, "%s, turn %d of %d".formatted(name(), run + 1, runs));
            }
        }
    }

    private void keep(Bench bench, List<Future<GradingRecord>> gradings, String what)
            throws Exception {
        var done = 0L;
        for (var grading : gradings) {
            file.add(grading.get());
            bench.progress().at(what, ++done, gradings.size());
        }
    }

    /** As everybody is graded, and in between with a seed that nobody else has. */
    private static long seed(int run) {
        return run % 2 == 0 ? Judge.USUAL_SEED : Judge.USUAL_SEED + run;
    }
}
