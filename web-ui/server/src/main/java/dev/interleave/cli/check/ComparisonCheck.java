package dev.interleave.cli.check;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Impossible;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.CompareResult.Refused;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compiles the versions of comparisons and calls them: that they run and return the same is
 * checked, how fast they are is not measured.
 */
public final class ComparisonCheck {

    private final Comparer comparer;
    private final Consumer<String> tried;

    public ComparisonCheck(Comparer comparer, Consumer<String> tried) {
        this.comparer = comparer;
        this.tried = tried;
    }

    /** What is wrong with the comparisons of a lesson, a sentence each; empty if all are good. */
    public List<String> check(BuiltLessons.Lesson lesson) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        for (BuiltComparison comparison : lesson.comparisons()) {
            String name = lesson.language() + "/" + lesson.id() + "#" + comparison.id();
            said(comparison).forEach(problem -> problems.add(name + ": " + problem));
            tried.accept("%s: %d versions".formatted(name, comparison.versions().size()));
        }
        return problems.stream().distinct().toList();
    }

    private List<String> said(BuiltComparison comparison) throws InterruptedException {
        List<String> said = new ArrayList<>();
        if (comparison.isLoad()) {
            Comparer.Sweep sweep = comparison.load(comparison.n(), Duration.ZERO);
            if (comparer.begin(sweep, _ -> {}).await() instanceof Refused(var problems)) {
                problems.forEach(problem -> said.add(problem.message()));
            }
            return said;
        }
        for (Comparer.Request pair : comparison.pairs(comparison.n(), Duration.ZERO)) {
            said.addAll(said(pair, comparer.begin(pair, _ -> {}).await()));
        }
        return said;
    }

    private static List<String> said(Comparer.Request pair, CompareResult result) {
        return switch (result) {
            case Verdict _, CompareResult.Curves _, CompareResult.Flame _ -> List.of();
            case Disagreement(var left, var right) ->
                    List.of(
                            "\"%s\" returns %s, and \"%s\" returns %s."
                                    .formatted(
                                            pair.left().name(), left, pair.right().name(), right));
            case Refused(var problems) ->
                    problems.stream().map(problem -> sentence(pair, problem)).toList();
            case Impossible(var reason) -> List.of(reason);
            case Stopped() -> List.of("It was stopped.");
        };
    }

    private static String sentence(Comparer.Request pair, Problem problem) {
        String version = problem.side() == Side.LEFT ? pair.left().name() : pair.right().name();
        return "\"%s\", line %d: %s".formatted(version, problem.line(), problem.message());
    }
}
