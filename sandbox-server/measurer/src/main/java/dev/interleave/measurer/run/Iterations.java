package dev.interleave.measurer.run;

import com.sun.management.ThreadMXBean;
import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.ToMeasurer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.util.Statistics;

/**
 * Lets JMH begin an iteration when the supervisor asks for one, and tells what came of it.
 *
 * <p>Threading: JMH calls it from its main thread.
 */
final class Iterations implements OutputFormat {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final TaskMemory memory;
    private final Orders orders;
    private long allocatedBefore;
    private long begun;

    Iterations(TaskMemory memory, Orders orders) {
        this.memory = memory;
        this.orders = orders;
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {
        try {
            ToMeasurer order = orders.next();
            while (order instanceof ToMeasurer.Hold) {
                orders.send(memory.ofCall());
                order = orders.next();
            }
            if (!(order instanceof ToMeasurer.Iterate)) {
                // Nobody asks for more.
                Runtime.getRuntime().halt(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.resetPeakThreadCount();
        allocatedBefore = threads.getTotalThreadAllocatedBytes();
        begun = System.nanoTime();
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark,
            IterationParams params,
            int iteration,
            IterationResult result) {
        long nanos = System.nanoTime() - begun;
        long allocated = threads.getTotalThreadAllocatedBytes() - allocatedBefore;
        int peak = threads.getPeakThreadCount();
        try {
            orders.send(
                    new FromMeasurer.Measured(
                            result.getPrimaryResult().getScore(),
                            result.getMetadata().getAllOps(),
                            nanos,
                            allocated,
                            peak,
                            percentiles(benchmark, result)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Double> percentiles(BenchmarkParams benchmark, IterationResult result) {
        if (benchmark.getMode() != Mode.SampleTime) {
            return List.of();
        }
        Statistics calls = result.getPrimaryResult().getStatistics();
        return FromMeasurer.RANKS.stream().map(calls::getPercentile).toList();
    }

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> result) {}

    @Override
    public void print(String text) {}

    @Override
    public void println(String text) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public void write(int value) {}

    @Override
    public void write(byte[] values) {}
}
