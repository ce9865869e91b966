package dev.interleave.cli.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.grade.GradeReport;
import dev.interleave.sandbox.grade.TestResult;
import dev.interleave.sandbox.result.ScheduleStep;

/** A line of JSON for each submission. */
public final class GradeJson implements GradeOutput {

    private final JsonLines lines;

    public GradeJson(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void graded(Graded graded) {
        GradeReport report = graded.report();
        var line =
                lines.object()
                        .put("submission", graded.submission())
                        .put("exercise", report.exercise())
                        .put("verdict", report.verdict().code())
                        .put("score", report.score())
                        .put("max", report.max());
        if (report.message() != null) {
            line.put("message", report.message());
        }
        var tests = line.putArray("tests");
        report.tests().forEach(result -> put(tests.addObject(), result));
        lines.write(line.put("millis", report.millis()));
    }

    private static void put(ObjectNode test, TestResult result) {
        test.put("name", result.test().name())
                .put("sentence", result.test().sentence())
                .put("task", result.test().task())
                .put("passed", result.passed())
                .put("points", result.points())
                .put("max", result.max())
                .put("fault", result.fault() == null ? null : result.fault().code())
                .put("message", result.message())
                .put("place", result.place())
                .put("seed", result.seed())
                .put("replay", result.replay());
        var steps = test.putArray("steps");
        result.steps().forEach(step -> put(steps.addObject(), step));
    }

    private static void put(ObjectNode line, ScheduleStep step) {
        line.put("kind", step.kind().code())
                .put("thread", step.thread())
                .put("class", step.className())
                .put("method", step.method())
                .put("line", step.line())
                .put("own", step.own())
                .put("what", step.what())
                .put("nanos", step.nanos());
    }
}
