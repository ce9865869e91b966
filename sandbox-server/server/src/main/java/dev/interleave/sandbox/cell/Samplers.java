package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.Sampling;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.SampleEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs cells under many schedules, each in a jail of its own, as many at a time as there are
 * processors to spare; the others wait for their turn.
 *
 * <p>Threading: any thread.
 */
final class Samplers {

    private final Jails jails;
    private final Compilers compilers;
    private final AtomicLong count = new AtomicLong();
    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    Samplers(Jails jails, Compilers compilers) {
        this.jails = jails;
        this.compilers = compilers;
    }

    /**
     * Begins, and returns at once.
     *
     * @param declared sources of what the cell may use
     */
    Sampling start(
            Profile profile, List<String> declared, Sample sample, Consumer<SampleEvent> listener) {
        List<String> sources = new ArrayList<>(declared);
        // What the cell declares itself is compiled there, with the cell's lines.
        sources.removeIf(source -> sample.source().contains(source.strip()));
        sources.add(sample.source());
        String name = "sampler-" + count.incrementAndGet();
        SampleRun run = new SampleRun(name, jails, compilers, profile, sources, sample, listener);
        Thread.ofVirtual().name(name).start(() -> inTurn(run));
        return run;
    }

    private void inTurn(SampleRun run) {
        places.acquireUninterruptibly();
        try {
            run.run();
        } finally {
            places.release();
        }
    }
}
