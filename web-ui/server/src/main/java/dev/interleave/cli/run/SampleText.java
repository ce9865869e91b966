package dev.interleave.cli.run;

import dev.interleave.sandbox.result.SampleEvent.Counted;
import dev.interleave.sandbox.result.SampleStep;
import dev.interleave.sandbox.result.SampledOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What came of a cell under many schedules, for a person at a terminal. */
final class SampleText {

    private SampleText() {}

    static void tell(Counted counted, Consumer<String> out) {
        if (counted.runs() == 0) {
            return;
        }
        out.accept(
                "%,d runs, %,d different schedules:"
                        .formatted(counted.runs(), counted.schedules()));
        List<SampledOutcome> outcomes =
                counted.outcomes().stream()
                        .sorted(Comparator.comparingInt(SampledOutcome::count).reversed())
                        .toList();
        outcomes.forEach(outcome -> tell(outcome, out));
        if (counted.others() > 0) {
            out.accept("%,8d ×  other outcomes".formatted(counted.others()));
        }
        var rarest = outcomes.getLast();
        if (rarest.replay() != null) {
            steps(rarest, out);
        }
    }

    private static void tell(SampledOutcome outcome, Consumer<String> out) {
        out.accept(
                "%,8d ×  %s  (seed %d)"
                        .formatted(outcome.count(), headline(outcome), outcome.seed()));
        outcome.printed().lines().forEach(line -> out.accept("            | " + line));
        if (!outcome.explanation().isEmpty()) {
            out.accept("            " + outcome.explanation());
        }
    }

    private static String headline(SampledOutcome outcome) {
        if (outcome.message() != null) {
            return outcome.message();
        }
        if (outcome.ending() != null) {
            return outcome.ending();
        }
        if (outcome.value() != null) {
            return outcome.value();
        }
        return outcome.printed().isEmpty() ? "nothing printed" : "printed:";
    }

    private static void steps(SampledOutcome rarest, Consumer<String> out) {
        var same = rarest.replay().same() ? "" : ", which came out otherwise this time";
        out.accept("The rarest, step by step (seed %d%s):".formatted(rarest.seed(), same));
        if (rarest.replay().omitted()) {
            out.accept("    … earlier steps are left out …");
        }
        rarest.replay().steps().forEach(step -> out.accept("    " + text(step)));
    }

    private static String text(SampleStep step) {
        var place = step.own() && step.line() > 0 ? "line " + step.line() : "";
        return "%-12s %-8s %-8s %-36s %s"
                .formatted(step.thread(), step.kind().code(), place, step.what(), step.code())
                .stripTrailing();
    }
}
