package dev.interleave.cli.compare;

import dev.interleave.json.LintLessons;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Ended;
import dev.interleave.sandbox.result.CompareEvent.Estimate;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.CompareResult.Impossible;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.CompareResult.Refused;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;
import dev.interleave.sandbox.result.Side;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Tells a comparison to a person: on one side what is known so far, on the other the result. */
public final class CompareText implements Consumer<CompareEvent> {

    /** The percentiles that people ask for. */
    private static final Set<Double> TOLD = Set.of(50.0, 90.0, 95.0, 99.0, 99.9, 100.0);

    /** Numbers below this are told with digits after the point. */
    private static final double FEW = 100;

    private final PrintWriter out;
    private final PrintWriter meanwhile;
    private final String left;
    private final String right;

    /**
     * @param meanwhile for what is not yet the result
     * @param left how the left version is called
     */
    public CompareText(PrintWriter out, PrintWriter meanwhile, String left, String right) {
        this.out = out;
        this.meanwhile = meanwhile;
        this.left = left;
        this.right = right;
    }

    @Override
    public void accept(CompareEvent event) {
        switch (event) {
            case Estimate(var forks, _, var ratio) -> soFar(forks, ratio);
            case CompareEvent.Point(var version, var round, var point) ->
                    meanwhile.println(
                            format(
                                    "round %d, version %d, n = %d: %.4g answers/s, p99 %.1f ms",
                                    round,
                                    version + 1,
                                    point.n(),
                                    point.throughput(),
                                    point.p99() / 1e6));
            case Ended(var result) -> tell(result);
            default -> {
                // Single iterations are for programs.
            }
        }
        out.flush();
        meanwhile.flush();
    }

    private void soFar(int forks, Ratio ratio) {
        meanwhile.println(
                format(
                                "so far, after %d pairs of JVMs: %s : %s = %.3g",
                                forks, left, right, ratio.value())
                        + (forks < 2 ? "" : format(" (%.3g to %.3g)", ratio.low(), ratio.high())));
    }

    private void tell(CompareResult result) {
        switch (result) {
            case Verdict verdict -> verdict(verdict);
            case CompareResult.Curves curves -> new CurvesText(out).tell(curves);
            case CompareResult.Flame flame -> new FlameText(out).tell(flame);
            case Disagreement(var one, var other) -> {
                out.println("The versions return different things, so nothing was measured.");
                out.println("  " + left + ": " + one);
                out.println("  " + right + ": " + other);
            }
            case Refused(var problems) -> problems.forEach(this::problem);
            case Stopped() -> out.println("Stopped.");
            case Impossible(var reason) -> out.println(reason);
        }
    }

    private void problem(Problem problem) {
        var place = problem.line() > 0 ? ":" + problem.line() : "";
        out.println(name(problem.side()) + place + ": " + problem.message());
    }

    private void verdict(Verdict verdict) {
        out.println(verdict.message());
        side(verdict.left(), verdict.unit());
        side(verdict.right(), verdict.unit());
        out.println(
                format(
                        "%d pairs of JVMs in %.0f s; the ratio's interval holds what is true in"
                            + " %.0f of 100 comparisons, the others are Student's at 99 %% over the"
                            + " JVMs",
                        verdict.forks(), verdict.seconds(), 100 * verdict.confidence()));
        host(verdict.host());
        verdict.lints().forEach(this::lint);
    }

    private void side(Summary one, String unit) {
        var means = one.means();
        out.println("  " + one.name());
        number("score", means.score(), unit);
        number("processor time", means.cpuNanosPerCall(), "ns/call");
        number("allocated", means.allocatedBytesPerCall(), "B/call");
        number("platform threads", means.threads(), "at most");
        number("memory of a task", means.memoryPerTask(), "B in flight");
        means.percentiles()
                .forEach(
                        (rank, mean) -> {
                            if (TOLD.contains(rank)) {
                                number(format("p%.4g", rank), mean, "ns");
                            }
                        });
    }

    /** The mean of the JVMs, with its interval. */
    private void number(String what, Mean mean, String unit) {
        if (mean.known()) {
            out.println(format("    %-18s %s", what, words(mean, unit)));
        }
    }

    static String words(Mean mean, String unit) {
        var interval =
                Double.isFinite(mean.high())
                        ? format("(%s to %s)", digits(mean.low()), digits(mean.high()))
                        : "(one JVM)";
        return format("%14s %-12s %s", digits(mean.value()), unit, interval);
    }

    private static String digits(double value) {
        return format(value < FEW ? "%,.2f" : "%,.0f", value);
    }

    private void host(Host host) {
        out.println(words(host));
    }

    /** The machine, without which figures mean nothing. */
    static String words(Host host) {
        return format(
                "JDK %s, %s, %d processors, load %.1f; steal %.0f %%; other programs used %.0f %%"
                        + " of the processors%s",
                host.jdk(),
                host.os(),
                host.processors(),
                host.load(),
                100 * host.steal(),
                100 * host.others(),
                host.weighted() ? "" : ", and as much right to them as the versions");
    }

    private void lint(Lint lint) {
        var place = lint.line() > 0 ? ":" + lint.line() : "";
        out.println(name(lint.side()) + place + ": " + lint.rule() + ": " + lint.message());
        lesson(out, lint.rule());
    }

    /** Where the rule is explained, as an address of the course. */
    static void lesson(PrintWriter out, String rule) {
        var place = LintLessons.of(rule);
        if (place != null) {
            out.println("    Read more: /lessons/" + place);
        }
    }

    private String name(Side side) {
        return side == Side.LEFT ? left : right;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
