package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.Compiled;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.TestRecord;
import dev.interleave.sandbox.jail.Jails;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Runs all tests of a submission. A test that costs the JVM its life costs the submission this
 * test; the others get a new JVM.
 *
 * <p>Threading: one use, one thread.
 */
final class TestedSubmission {

    /** After so many lost JVMs the remaining tests are not run. */
    private static final int MOST_LOSSES = 6;

    private static final String ENDED = "It ended the JVM in which it was tested.";
    private static final String NOT_RUN =
            "It was not run, because too many tests before it had to be given up.";
    private static final String FORGED = "It interfered with the tests.";

    private final Jails jails;
    private final Prepared ready;
    private final Report report;
    private final long seed;
    private final List<CompiledClass> classes;
    private final List<String> submission;
    private final Schedules schedules;
    private final SequencedMap<ExerciseTest, TestResult> results = new LinkedHashMap<>();

    TestedSubmission(Jails jails, Prepared ready, Compiled compiled, Report report, long seed) {
        this.seed = seed;
        this.jails = jails;
        this.ready = ready;
        this.report = report;
        this.classes = new ArrayList<>(compiled.classes());
        this.classes.addAll(compiled.testClasses());
        this.submission = compiled.classes().stream().map(CompiledClass::name).toList();
        this.schedules = new Schedules(Set.copyOf(submission));
    }

    GradeReport run() throws IOException {
        List<ExerciseTest> left = new ArrayList<>(report.tests());
        for (int run = 0; !left.isEmpty() && run <= MOST_LOSSES; run++) {
            boolean explored = left.getFirst().isExplored();
            List<ExerciseTest> now =
                    left.stream().filter(test -> test.isExplored() == explored).toList();
            var result =
                    new GradingRun(jails, ready.exercise().settings(), now, seed)
                            .run(classes, submission);
            result.records().forEach(this::note);
            left.removeAll(result.records().keySet());
            Optional<ExerciseTest> next =
                    now.stream().filter(test -> !result.records().containsKey(test)).findFirst();
            switch (result.ending()) {
                case FORGED -> {
                    return report.rejected(Fault.FORBIDDEN, FORGED);
                }
                case LOST -> {
                    if (result.fault() == Fault.FORBIDDEN) {
                        return report.rejected(Fault.FORBIDDEN, ENDED);
                    }
                    next.ifPresent(test -> lose(test, left, result.fault(), result.message()));
                }
                case COMPLETE -> {
                    if (result.records().isEmpty()) {
                        Fault fault = Fault.EXCEPTION;
                        next.ifPresent(test -> lose(test, left, fault, HiddenMessages.of(fault)));
                    }
                }
            }
        }
        // What the last one died of is the likeliest for those that nobody tried any more.
        Fault likeliest = left.isEmpty() ? null : results.lastEntry().getValue().fault();
        left.forEach(test -> results.put(test, report.notPassed(test, likeliest, NOT_RUN)));
        return report.tested(results);
    }

    private void note(ExerciseTest test, TestRecord record) {
        results.put(test, report.result(test, record, schedules));
    }

    private void lose(ExerciseTest test, List<ExerciseTest> left, Fault fault, String message) {
        left.remove(test);
        results.put(test, report.notPassed(test, fault, message));
    }
}
