package dev.interleave.grader.run;

import dev.interleave.explore.Explore;
import dev.interleave.explore.NamedScenario;
import dev.interleave.explore.Program;
import dev.interleave.explore.Settings;
import dev.interleave.explore.result.Fault;
import dev.interleave.explore.result.Outcome;
import dev.interleave.explore.result.Step;
import dev.interleave.explore.weave.UnweavableException;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.RecordedStep;
import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.TestRecord;
import dev.interleave.grader.message.ToGrader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tests that are scenarios: methods with {@code @Explore}, whose schedules are searched.
 *
 * <p>Threading: one thread, a platform thread.
 */
final class Scenarios {

    private static final int MOST_FRAMES = 6;
    private static final int MOST_CHARS = 200;

    private final Set<String> submission;
    private final long seed;
    private final Program program;
    private final String unweavable;

    Scenarios(ToGrader.Run order) {
        submission = Set.copyOf(order.submissionClasses());
        seed = order.settings().seed();
        Map<String, byte[]> own = new HashMap<>();
        Map<String, byte[]> tests = new HashMap<>();
        for (CompiledClass file : order.classes()) {
            (submission.contains(file.name()) ? own : tests).put(file.name(), file.bytes());
        }
        Program woven = null;
        String reason = null;
        try {
            woven = Program.of(own, tests, Scenarios.class.getClassLoader());
        } catch (UnweavableException e) {
            reason = e.getMessage();
        }
        program = woven;
        unweavable = reason;
    }

    /** How the search for a fault went; a passed one has seen no fault in any schedule it tried. */
    TestRecord explore(int number, ScenarioName name) {
        if (name.isCanary()) {
            return record(number, ScenarioCanary.valueOf(name.method()).explore());
        }
        if (program == null) {
            return unexplored(number, unweavable);
        }
        for (NamedScenario scenario : program.scenarios(name.className())) {
            if (scenario.name().equals(name.method())) {
                return record(number, scenario.explore(Settings.DEFAULT.seed(seed)));
            }
        }
        return TestRecord.failed(number, Symptom.EXCEPTION, "There is no such scenario.", null);
    }

    private static TestRecord unexplored(int number, String reason) {
        return TestRecord.failed(
                number,
                Symptom.FORBIDDEN,
                Findings.cut("Its schedules cannot be explored: " + reason),
                null);
    }

    private TestRecord record(int number, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> TestRecord.passed(number);
            case Outcome.Uncontrolled(_, String reason) -> unexplored(number, reason);
            case Outcome.Failed failed -> record(number, failed);
        };
    }

    private TestRecord record(int number, Outcome.Failed failed) {
        Fault fault = failed.fault();
        String unstable =
                failed.replayed()
                        ? ""
                        : "\nThe same schedule gave something else when it was repeated: the"
                                + " submission or the test depends on what is not under control.";
        return new TestRecord(
                number,
                Symptom.valueOf(fault.kind().name()),
                Findings.cut(fault.message() + unstable),
                place(failed.trace()),
                Long.toString(failed.replay().seed()),
                failed.replay().toString(),
                steps(failed.trace()));
    }

    /** The last ones, if there are very many: that is where it fails. */
    private static List<RecordedStep> steps(List<Step> trace) {
        return trace
                .subList(Math.max(0, trace.size() - TestRecord.MOST_STEPS), trace.size())
                .stream()
                .map(Scenarios::step)
                .toList();
    }

    private static RecordedStep step(Step step) {
        return new RecordedStep(
                RecordedStep.Kind.valueOf(step.kind().name()),
                cutShort(step.thread()),
                step.className(),
                step.method(),
                step.line(),
                cutShort(step.what()),
                step.nanos());
    }

    private static String cutShort(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
    }

    /** The last lines of the submission that were run, the newest first. */
    private String place(List<Step> trace) {
        String lines =
                trace.reversed().stream()
                        .filter(step -> submission.contains(step.className()) && step.line() > 0)
                        .map(
                                step ->
                                        "%s.%s line %d: %s"
                                                .formatted(
                                                        step.className(),
                                                        step.method(),
                                                        step.line(),
                                                        step.what()))
                        .distinct()
                        .limit(MOST_FRAMES)
                        .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : Findings.cut(lines);
    }

    /** Whether a method is one. */
    static boolean isScenario(java.lang.reflect.Method method) {
        return method.isAnnotationPresent(Explore.class);
    }
}
