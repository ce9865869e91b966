package dev.interleave.measurer.run;

import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What JMH times for a version that returns a whole number. */
@State(Scope.Thread)
public class LongStub {

    /** Constant for the JIT, which compiles the call as if it stood in the source. */
    private static final MethodHandle RUN = Loaded.handle();

    private Object receiver;
    private int n;

    @Setup
    public void load() {
        receiver = Loaded.receiver();
        n = Loaded.n();
    }

    @Benchmark
    public long run(Blackhole hole) throws Throwable {
        return (long) RUN.invokeExact(receiver, n, hole);
    }
}
