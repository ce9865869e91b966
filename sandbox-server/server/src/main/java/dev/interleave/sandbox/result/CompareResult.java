package dev.interleave.sandbox.result;

import java.util.List;
import java.util.Map;

/** How a comparison ended. */
public sealed interface CompareResult {

    /** What is claimed. */
    enum Claim {
        LEFT_FASTER,
        RIGHT_FASTER,
        /** If there is a difference, it is smaller than what can be seen here. */
        NO_DIFFERENCE_SHOWN,
        /** Even a large difference would not have been seen. */
        TOO_NOISY
    }

    /**
     * It was measured.
     *
     * @param equivalent whether the versions are the same within 5 per cent
     * @param ratio how many times as fast the left version is as the right one
     * @param ratios that of each pair of JVMs
     * @param confidence that the interval holds what is true, however often it was looked at
     * @param forks pairs of JVMs
     * @param message the claim in a sentence
     */
    record Verdict(
            Claim claim,
            boolean equivalent,
            Ratio ratio,
            List<Double> ratios,
            double confidence,
            int forks,
            double seconds,
            String unit,
            Summary left,
            Summary right,
            Host host,
            List<Lint> lints,
            String message)
            implements CompareResult {}

    /**
     * Other numbers of a version; medians over its JVMs.
     *
     * @param error half of the interval that JMH itself would put around the mean of all that
     *     counts (at 99.9 per cent); it knows nothing of drift. 0 where there are too few values
     * @param scores of each JVM, the median of its iterations
     * @param raw every score that counts, by JVM
     * @param cpuNanosPerCall 0 where not known
     * @param threads most platform threads at a time, those of the JVM included
     * @param percentiles of single calls in nanoseconds by rank in per cent; empty unless sampled
     * @param means the same with their intervals
     */
    record Summary(
            String name,
            double score,
            double error,
            List<Double> scores,
            List<List<Double>> raw,
            double cpuNanosPerCall,
            double allocatedBytesPerCall,
            int threads,
            Map<Double, Double> percentiles,
            Means means) {}

    /**
     * Numbers of a version with their intervals.
     *
     * @param memoryPerTask bytes that a task held while it was in flight, a task being a thread
     *     that a call had started; not known where a call has no threads in flight for long enough
     */
    record Means(
            Mean score,
            Mean cpuNanosPerCall,
            Mean allocatedBytesPerCall,
            Mean threads,
            Mean memoryPerTask,
            Map<Double, Mean> percentiles) {}

    /**
     * Versions under load.
     *
     * @param delayMillis of the simulated service, as it was asked for
     * @param serviceMillis as it was on average
     * @param rounds how often the whole sweep was measured, in JVMs of its own each time
     */
    record Curves(
            double delayMillis,
            double serviceMillis,
            int rounds,
            double seconds,
            List<Curve> curves,
            List<Crossing> crossings,
            Host host,
            List<CurveLint> lints,
            String message)
            implements CompareResult {}

    /**
     * A version under load.
     *
     * @param points by n, ascending; what is not known yet has no end
     * @param knee how many requests in each delay it can take at most; null if there is no such
     *     number within the sweep
     * @param memoryPerTask bytes that a request in flight held, with so many of them as the
     *     greatest n of the sweep; not known if they were too few
     */
    record Curve(String name, List<CurvePoint> points, Ratio knee, Mean memoryPerTask) {}

    /**
     * The mean of all rounds at one n, each with its interval at 99 per cent.
     *
     * @param throughput answers in a second
     * @param p50 nanoseconds from the planned moment within which half of the requests were done
     * @param raw what each round measured
     */
    record CurvePoint(
            int n, Ratio throughput, Ratio p50, Ratio p95, Ratio p99, List<LoadPoint> raw) {}

    /**
     * From which n on a version answers 95 per cent of its requests faster than another one, by
     * more than a tenth.
     *
     * @param faster from 0
     * @param slower from 0
     * @param n with its interval at 99 per cent
     */
    record Crossing(int faster, int slower, Ratio n) {}

    /** What may make the curve of a version worthless; {@code version} from 0. */
    record CurveLint(int version, String rule, int line, String message) {}

    /**
     * Where the time of a version goes, and what the JIT made of it.
     *
     * @param event by which stacks were sampled, as {@code jdk.CPUTimeSample}
     * @param samples how many there are in all frames together
     * @param cpuShare processor time that the version's JVM used, of one processor while it was
     *     recorded; a version that waits has little, and few samples
     * @param frames as a tree is read, the heaviest first: each is below the nearest one before it
     *     whose depth is one less
     */
    record Flame(
            String name,
            String event,
            int samples,
            double seconds,
            double cpuShare,
            List<FlameFrame> frames,
            List<FlameFact> facts,
            Host host)
            implements CompareResult {}

    /**
     * A method where it was called from the one above it.
     *
     * @param depth from 0
     * @param type the binary name of its class; empty for what is no method
     * @param own whether it is the version's, not the JDK's
     * @param samples in which it was at the top
     * @param total in which it was at all
     */
    record FlameFrame(int depth, String type, String method, boolean own, int samples, int total) {}

    /**
     * Something that is known of what the compilers made of a version.
     *
     * @param kind as {@code not-inlined}
     * @param method that it is about; empty if it is about all of a call
     * @param detail what else the kind tells in words
     * @param number what the kind counts
     * @param other the second thing that it counts
     */
    record FlameFact(String kind, String method, String detail, long number, long other) {}

    /** The versions return different things, so their times mean nothing. */
    record Disagreement(String left, String right) implements CompareResult {}

    /** Versions cannot be measured: they do not compile, are none, or throw. */
    record Refused(List<Problem> problems) implements CompareResult {}

    /**
     * Why a version cannot be measured.
     *
     * @param line from 1; 0 where there is none
     */
    record Problem(Side side, int line, String message) {}

    /** Somebody stopped it. */
    record Stopped() implements CompareResult {}

    /** Nothing is measured here, for a reason that has nothing to do with the versions. */
    record Impossible(String reason) implements CompareResult {}

    /**
     * What may make the measurement of a version worthless.
     *
     * @param rule as {@code dead-code}
     * @param line from 1; 0 where there is none
     */
    record Lint(Side side, String rule, int line, String message) {}

    /**
     * The machine, without which figures mean nothing.
     *
     * @param load how many threads wanted a processor in the last minute when it began
     * @param others share of all processors that other programs used meanwhile, from 0 to 1
     * @param steal share of all processors that this machine wanted meanwhile and its host gave to
     *     somebody else, from 0 to 1; 0 where the kernel does not tell
     * @param weighted whether the versions got more of the processors than other programs
     */
    record Host(
            String jdk,
            String os,
            int processors,
            List<String> flags,
            double load,
            double others,
            double steal,
            boolean weighted) {}
}
