package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.Compiled;
import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.CurveLint;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Compiles versions and puts them under load. Threading: one thread uses it. */
final class LoadContest {

    private static final String NO_REQUESTS =
            "It handles no requests: under load, run takes a Request, has it answered by call() or"
                    + " callAsync(), and then says done().";

    private final Jails jails;
    private final VersionCompiler compiler;
    private final LoadPace pace;

    LoadContest(Jails jails, VersionCompiler compiler, LoadPace pace) {
        this.jails = jails;
        this.compiler = compiler;
        this.pace = pace;
    }

    CompareResult hold(Sweep sweep, Stop stop, Consumer<CompareEvent> events) {
        try {
            List<Problem> problems = new ArrayList<>();
            List<CurveLint> lints = new ArrayList<>();
            List<Contestant> versions = new ArrayList<>();
            for (Version version : sweep.versions()) {
                stop.check();
                compile(version, versions.size(), stop, versions, problems, lints);
            }
            stop.check();
            if (!problems.isEmpty()) {
                return new CompareResult.Refused(problems);
            }
            return new LoadRun(jails, sweep, versions, lints, pace, stop, events).run();
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

    private void compile(
            Version version,
            int place,
            Stop stop,
            List<Contestant> versions,
            List<Problem> problems,
            List<CurveLint> lints)
            throws IOException {
        Compiled compiled = compiler.compile(version.source(), stop);
        compiled.errors()
                .forEach(one -> problems.add(problem(version, place, one.line(), one.message())));
        if (!compiled.errors().isEmpty()) {
            versions.add(null);
            return;
        }
        if (!compiled.entry().serves()) {
            problems.add(problem(version, place, 0, NO_REQUESTS));
        }
        compiled.lints()
                .forEach(
                        one ->
                                lints.add(
                                        new CurveLint(
                                                place, one.rule(), one.line(), one.message())));
        versions.add(
                new Contestant(
                        version.name(), compiled.classes(), compiled.entry(), List.<Lint>of()));
    }

    /** Says of which of the versions it is, as there may be more than two. */
    private static Problem problem(Version version, int place, int line, String message) {
        return new Problem(
                place == 0 ? Side.LEFT : Side.RIGHT, line, version.name() + ": " + message);
    }
}
