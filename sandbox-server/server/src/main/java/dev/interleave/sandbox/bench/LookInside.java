package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.Compiled;
import dev.interleave.measurer.message.Entry;
import dev.interleave.measurer.message.Timing;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.sandbox.Comparer.Look;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Compiles a version and records where its time goes, in a JVM of its own: what is measured is
 * never recorded.
 *
 * <p>Threading: one thread uses it.
 */
final class LookInside {

    private static final String SERVES =
            "It handles requests: where its time goes can be seen under load only.";
    private static final String SERVES_NOT =
            "It handles no requests: where its time goes can be seen without a load only.";

    /** Allocations that may be noise, in bytes and as a share. */
    private static final long FEW_BYTES = 8;

    private static final double FEW = 0.05;

    private final Jails jails;
    private final VersionCompiler compiler;
    private final Pace pace;
    private final LoadPace loadPace;
    private final HostUse host = new HostUse();

    LookInside(Jails jails, VersionCompiler compiler, Pace pace, LoadPace loadPace) {
        this.jails = jails;
        this.compiler = compiler;
        this.pace = pace;
        this.loadPace = loadPace;
    }

    CompareResult hold(Look look, Stop stop) {
        try {
            stop.check();
            Compiled compiled = compiler.compile(look.version().source(), stop);
            stop.check();
            List<Problem> problems = problems(look, compiled);
            return problems.isEmpty()
                    ? record(look, compiled, stop)
                    : new CompareResult.Refused(problems);
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

    private static List<Problem> problems(Look look, Compiled compiled) {
        List<Problem> problems = new ArrayList<>();
        compiled.errors()
                .forEach(one -> problems.add(new Problem(Side.LEFT, one.line(), one.message())));
        if (problems.isEmpty() && compiled.entry().serves() == look.delay().isZero()) {
            problems.add(
                    new Problem(Side.LEFT, 0, compiled.entry().serves() ? SERVES : SERVES_NOT));
        }
        return problems;
    }

    private CompareResult record(Look look, Compiled compiled, Stop stop)
            throws IOException, VersionFailure {
        try (Fork fork = Fork.startRecorded(jails, pace.patience())) {
            stop.ends(fork);
            try {
                fork.record();
                Work work =
                        look.delay().isZero()
                                ? new Calls(fork, look, compiled, pace)
                                : new Requests(fork, look, compiled, loadPace);
                work.warmUp(stop);
                fork.steady();
                long cpu = fork.cpuNanos();
                long begun = System.nanoTime();
                work.run(stop);
                double seconds = (System.nanoTime() - begun) / 1e9;
                double share = (fork.cpuNanos() - cpu) / 1e9 / seconds;
                return new Flames(look.version().name(), fork.profiled(), work.allocation())
                        .flame(
                                seconds,
                                share,
                                host.facts(
                                        jails.flags(Fork.recordedSpec()),
                                        fork.cpuNanos(),
                                        HostUse.weighted(jails)));
            } finally {
                stop.forget(fork);
            }
        }
    }

    /** What a call allocated before it was compiled and afterwards, in bytes. */
    record Allocation(long before, long after) {

        boolean isTold() {
            return before - after > Math.max(FEW_BYTES, FEW * before);
        }
    }

    /** How a version is kept busy. */
    private interface Work {

        void warmUp(Stop stop) throws VersionFailure;

        void run(Stop stop) throws VersionFailure;

        Allocation allocation();
    }

    /** It is called again and again, as where it is measured. */
    private static final class Calls implements Work {

        private final Fork fork;
        private final Pace pace;
        private final long before;
        private final List<Double> bytes = new ArrayList<>();

        Calls(Fork fork, Look look, Compiled compiled, Pace pace) throws VersionFailure {
            this.fork = fork;
            this.pace = pace;
            int millis = (int) pace.iteration().toMillis();
            Entry entry = compiled.entry();
            before =
                    fork.load(
                                    new ToMeasurer.Load(
                                            compiled.classes(),
                                            entry,
                                            Timing.AVERAGE,
                                            look.n(),
                                            millis))
                            .allocatedBytes();
        }

        @Override
        public void warmUp(Stop stop) throws VersionFailure {
            List<Double> nanos = new ArrayList<>();
            while (nanos.size() < pace.leastWarmUp()
                    || nanos.size() < pace.mostWarmUp() && !WarmUp.isOver(nanos)) {
                nanos.add(iterate(stop).nanos());
            }
        }

        @Override
        public void run(Stop stop) throws VersionFailure {
            for (int i = 0; i < pace.recorded(); i++) {
                bytes.add(iterate(stop).bytes());
            }
        }

        private Sample iterate(Stop stop) throws VersionFailure {
            stop.check();
            fork.ask(pace.iteration());
            Fork.Iteration iteration = fork.iteration();
            return Sample.of(iteration, iteration.measured().score());
        }

        @Override
        public Allocation allocation() {
            return new Allocation(Math.max(0, before), Math.round(Logs.median(bytes)));
        }
    }

    /** It handles requests. */
    private static final class Requests implements Work {

        private static final int RECORDED_MILLIS = 3000;

        private final Fork fork;
        private final Look look;
        private final LoadPace pace;

        Requests(Fork fork, Look look, Compiled compiled, LoadPace pace) throws VersionFailure {
            this.fork = fork;
            this.look = look;
            this.pace = pace;
            fork.serve(
                    new ToMeasurer.Serve(
                            compiled.classes(), compiled.entry(), look.delay().toNanos()));
        }

        @Override
        public void warmUp(Stop stop) throws VersionFailure {
            point(stop);
        }

        @Override
        public void run(Stop stop) throws VersionFailure {
            for (int i = 0; i < Math.max(1, RECORDED_MILLIS / pace.millis(look.delay())); i++) {
                point(stop);
            }
        }

        private void point(Stop stop) throws VersionFailure {
            stop.check();
            fork.point(new ToMeasurer.Point(look.n(), pace.millis(look.delay())));
        }

        @Override
        public Allocation allocation() {
            return new Allocation(0, 0);
        }
    }
}
