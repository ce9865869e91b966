package dev.interleave.measurer.run;

import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What JMH times for a version that returns an object. */
@State(Scope.Thread)
public class ObjectStub {

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
    public Object run(Blackhole hole) throws Throwable {
        return (Object) RUN.invokeExact(receiver, n, hole);
    }
}
