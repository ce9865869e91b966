package dev.interleave.measurer.run;

import dev.interleave.measurer.message.Timing;
import dev.interleave.measurer.message.ToMeasurer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * JMH in this JVM, for as many iterations as the supervisor asks for. They are all iterations of
 * measurement for JMH; which of them were warm-up is the supervisor's business.
 */
final class Measurement {

    private static final int ENDLESS = 100_000;

    private static final Map<Class<?>, Class<?>> STUBS =
            Map.of(
                    Object.class, ObjectStub.class,
                    long.class, LongStub.class,
                    double.class, DoubleStub.class,
                    void.class, VoidStub.class);

    private final ToMeasurer.Load load;
    private final Target target;
    private final TaskMemory memory;
    private final Orders orders;

    Measurement(ToMeasurer.Load load, Target target, TaskMemory memory, Orders orders) {
        this.load = load;
        this.target = target;
        this.memory = memory;
        this.orders = orders;
    }

    void run() throws RunnerException {
        Loaded.set(target);
        new Runner(options(), new Iterations(memory, orders)).run();
    }

    private Options options() {
        Timing timing = load.timing();
        TimeValue time = TimeValue.milliseconds(load.iterationMillis());
        return new OptionsBuilder()
                .include("^" + STUBS.get(target.result()).getName() + ".run$")
                .forks(0)
                .threads(1)
                .mode(Mode.deepValueOf(timing.jmhName()))
                .timeUnit(timing == Timing.THROUGHPUT ? TimeUnit.SECONDS : TimeUnit.NANOSECONDS)
                .warmupIterations(0)
                .measurementIterations(ENDLESS)
                .measurementTime(time)
                .measurementBatchSize(1)
                .shouldDoGC(false)
                .shouldFailOnError(true)
                .build();
    }
}
