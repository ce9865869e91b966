package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.Compiled;
import dev.interleave.measurer.message.Timing;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Compiles two versions and lets them measure. Threading: one thread uses it. */
final class Contest {

    private final Jails jails;
    private final VersionCompiler compiler;
    private final Pace pace;

    Contest(Jails jails, VersionCompiler compiler, Pace pace) {
        this.jails = jails;
        this.compiler = compiler;
        this.pace = pace;
    }

    CompareResult hold(Request request, Stop stop, Consumer<CompareEvent> events) {
        try {
            List<Problem> problems = new ArrayList<>();
            Map<Side, Contestant> contestants = new EnumMap<>(Side.class);
            for (Side side : Side.values()) {
                stop.check();
                compile(side, version(request, side), stop, contestants, problems);
            }
            stop.check();
            contestants.forEach((side, one) -> refuseRequests(side, one, problems));
            if (!problems.isEmpty()) {
                return new CompareResult.Refused(problems);
            }
            Timing timing = Timing.valueOf(request.mode().name());
            var plan = new Plan(contestants, timing, request.n(), request.budget(), pace);
            return new Duel(jails, plan, stop, events).run();
        } catch (CancellationException e) {
            return new CompareResult.Stopped();
        } catch (VersionFailure e) {
            return stop.stopped()
                    ? new CompareResult.Stopped()
                    : new CompareResult.Refused(List.of(e.problem()));
        } catch (IOException e) {
            return stop.stopped()
                    ? new CompareResult.Stopped()
                    : new CompareResult.Impossible(e.getMessage());
        }
    }

    private static void refuseRequests(Side side, Contestant one, List<Problem> problems) {
        if (one.entry().serves()) {
            problems.add(
                    new Problem(
                            side, 0, "It handles requests: that is measured in the mode load."));
        }
    }

    private static Version version(Request request, Side side) {
        return side == Side.LEFT ? request.left() : request.right();
    }

    private void compile(
            Side side,
            Version version,
            Stop stop,
            Map<Side, Contestant> contestants,
            List<Problem> problems)
            throws IOException {
        Compiled compiled = compiler.compile(version.source(), stop);
        if (compiled.errors().isEmpty()) {
            List<Lint> lints =
                    compiled.lints().stream()
                            .map(one -> new Lint(side, one.rule(), one.line(), one.message()))
                            .toList();
            contestants.put(
                    side,
                    new Contestant(version.name(), compiled.classes(), compiled.entry(), lints));
        }
        compiled.errors()
                .forEach(one -> problems.add(new Problem(side, one.line(), one.message())));
    }
}
