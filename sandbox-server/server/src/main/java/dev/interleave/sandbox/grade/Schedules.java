package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.RecordedStep;
import dev.interleave.sandbox.result.ScheduleStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the steps of a failing schedule fit to be shown. */
final class Schedules {

    private final Set<String> submission;

    /**
     * @param submission names of the submission's classes
     */
    Schedules(Set<String> submission) {
        this.submission = submission;
    }

    /** All steps, those of the test included. */
    List<ScheduleStep> open(List<RecordedStep> steps) {
        return steps.stream().map(step -> step(step, step.thread(), step.what())).toList();
    }

    /**
     * What may be seen of a hidden test: the learner's own lines, by threads with numbers for
     * names.
     */
    List<ScheduleStep> hidden(List<RecordedStep> steps) {
        Map<String, String> names = new HashMap<>();
        return steps.stream()
                .filter(step -> submission.contains(step.className()))
                .map(
                        step ->
                                step(
                                        step,
                                        names.computeIfAbsent(
                                                step.thread(), _ -> "thread " + (names.size() + 1)),
                                        namesThread(step) ? "" : step.what()))
                .toList();
    }

    private static boolean namesThread(RecordedStep step) {
        return step.kind() == RecordedStep.Kind.WAKE;
    }

    private ScheduleStep step(RecordedStep step, String thread, String what) {
        return new ScheduleStep(
                ScheduleStep.Kind.valueOf(step.kind().name()),
                Visible.text(thread),
                Visible.text(step.className()),
                Visible.text(step.method()),
                step.line(),
                submission.contains(step.className()),
                Visible.text(what),
                step.nanos());
    }
}
