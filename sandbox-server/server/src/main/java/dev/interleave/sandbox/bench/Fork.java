package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer;
import dev.interleave.measurer.message.FromMeasurer.Failed;
import dev.interleave.measurer.message.FromMeasurer.Held;
import dev.interleave.measurer.message.FromMeasurer.Loaded;
import dev.interleave.measurer.message.FromMeasurer.Measured;
import dev.interleave.measurer.message.FromMeasurer.Profiled;
import dev.interleave.measurer.message.FromMeasurer.Served;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.jail.End;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.sandbox.result.Side;
import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A measuring jail with one version in it. What it says is believed as far as it can be true; what
 * it cannot know, such as processor time, is looked at from outside.
 *
 * <p>Threading: one thread uses it; any may {@link #kill} it.
 */
final class Fork implements AutoCloseable, Stop.Work {

    /** With which a JVM ends when its heap is full. */
    private static final int OUT_OF_MEMORY = 3;

    /** How long a JVM may live on after it closed its channel. */
    private static final int LAST_SECONDS = 30;

    private final Side side;
    private final Jail jail;
    private final JailClock clock;
    private final WireReader in;
    private final Duration patience;
    private long cpuBefore;
    private long asked;

    private Fork(Side side, Jail jail, Duration patience) {
        this.side = side;
        this.jail = jail;
        this.patience = patience;
        this.clock = new JailClock(jail);
        this.in = new WireReader(jail.in());
    }

    /**
     * @throws IOException if no JVM could be started; no version is to blame
     */
    static Fork start(Jails jails, Side side, Duration patience) throws IOException {
        return new Fork(side, jails.start(spec()), patience);
    }

    /**
     * One that is not measured but recorded.
     *
     * @throws IOException if no JVM could be started; no version is to blame
     */
    static Fork startRecorded(Jails jails, Duration patience) throws IOException {
        return new Fork(Side.LEFT, jails.start(recordedSpec()), patience);
    }

    static JailSpec recordedSpec() {
        return new JailSpec("profiler", Role.PROFILER, Profile.DEFAULT);
    }

    static JailSpec spec() {
        return new JailSpec("measurer", Role.MEASURER, Profile.DEFAULT);
    }

    /** Processor time of the whole jail since it was started. */
    long cpuNanos() {
        return jail.cpuNanos();
    }

    /** Loads the version and calls it for the first time. */
    Loaded load(ToMeasurer.Load load) throws VersionFailure {
        clock.step(patience);
        send(load);
        return switch (receive()) {
            case Loaded loaded -> loaded;
            default -> throw nonsense();
        };
    }

    /** Loads a version that handles requests. */
    void serve(ToMeasurer.Serve serve) throws VersionFailure {
        clock.step(patience);
        send(serve);
        if (!(receive() instanceof Loaded)) {
            throw nonsense();
        }
    }

    /** Measures a point of its curve. */
    Served point(ToMeasurer.Point point) throws VersionFailure {
        clock.step(Duration.ofMillis(point.millis()).plus(patience));
        send(point);
        if (!(receive() instanceof Served served) || !possible(served)) {
            throw nonsense();
        }
        return served;
    }

    /**
     * What tasks hold while they are in flight.
     *
     * @param n requests at a time, if it handles requests
     */
    Held held(int n) throws VersionFailure {
        clock.step(patience);
        send(new ToMeasurer.Hold(n));
        if (!(receive() instanceof Held held) || held.tasks() < 0 || held.bytes() < 0) {
            throw nonsense();
        }
        return held;
    }

    /** Records from now on; before anything is loaded. */
    void record() throws VersionFailure {
        send(new ToMeasurer.Record());
    }

    /** From now on what it records counts. */
    void steady() throws VersionFailure {
        send(new ToMeasurer.Steady());
    }

    /** Ends the recording. */
    Profiled profiled() throws VersionFailure {
        clock.step(patience);
        send(new ToMeasurer.Tell());
        if (!(receive() instanceof Profiled profiled)) {
            throw nonsense();
        }
        return profiled;
    }

    private static boolean possible(Served served) {
        return served.planned() > 0
                && served.unfinished() >= 0
                && served.unfinished() <= served.planned()
                && Double.isFinite(served.throughput())
                && served.throughput() >= 0
                && Double.isFinite(served.serviceNanos())
                && served.percentiles().size() == FromMeasurer.RANKS.size()
                && served.percentiles().stream().allMatch(p -> Double.isFinite(p) && p > 0);
    }

    /** Asks for an iteration; {@link #iteration} waits for it. */
    void ask(Duration length) throws VersionFailure {
        clock.step(length.plus(patience));
        cpuBefore = jail.cpuNanos();
        asked = System.nanoTime();
        send(new ToMeasurer.Iterate());
    }

    /**
     * An iteration.
     *
     * @param cpuNanos of the whole jail
     */
    record Iteration(Measured measured, long cpuNanos) {}

    Iteration iteration() throws VersionFailure {
        FromMeasurer answer = receive();
        long wall = System.nanoTime() - asked;
        if (!(answer instanceof Measured measured) || !possible(measured, wall)) {
            throw nonsense();
        }
        return new Iteration(measured, Math.max(0, jail.cpuNanos() - cpuBefore));
    }

    private static boolean possible(Measured measured, long wall) {
        return Double.isFinite(measured.score())
                && measured.score() > 0
                && measured.calls() > 0
                && measured.nanos() > 0
                && measured.nanos() <= wall
                && measured.threads() > 0
                && measured.percentiles().stream().allMatch(p -> Double.isFinite(p) && p >= 0);
    }

    private void send(ToMeasurer order) throws VersionFailure {
        try {
            Frames.send(jail, order::write);
        } catch (IOException e) {
            throw lost();
        }
    }

    private FromMeasurer receive() throws VersionFailure {
        try {
            int tag = in.next();
            clock.rest();
            if (tag < 0) {
                throw lost();
            }
            FromMeasurer message = FromMeasurer.read(tag, in);
            if (message instanceof Failed(String text)) {
                throw failure(text);
            }
            return message;
        } catch (WireException e) {
            throw nonsense();
        } catch (IOException e) {
            throw lost();
        }
    }

    private VersionFailure failure(String message) {
        return new VersionFailure(side, message);
    }

    private VersionFailure nonsense() {
        return failure("Its JVM told something that cannot be true, so nothing of it counts.");
    }

    private VersionFailure lost() {
        if (clock.late()) {
            return failure("One call took more than " + patience.toSeconds() + " s; measure less.");
        }
        // It closed its channel because it ends, and how it ends tells why.
        End end = jail.ended().completeOnTimeout(null, LAST_SECONDS, TimeUnit.SECONDS).join();
        if (end != null && (end.outOfMemory() || end.exitStatus() == OUT_OF_MEMORY)) {
            return failure("It ran out of memory.");
        }
        if (end != null && end.outOfThreads()) {
            return failure("It started more threads than there may be.");
        }
        return failure("It ended its JVM.");
    }

    @Override
    public void kill() {
        jail.kill();
    }

    @Override
    public void close() {
        clock.close();
        jail.close();
    }
}
