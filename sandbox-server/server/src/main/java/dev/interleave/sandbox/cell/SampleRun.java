package dev.interleave.sandbox.cell;

import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.FromSampler;
import dev.interleave.grader.message.SampleOrder;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sample;
import dev.interleave.sandbox.Sampling;
import dev.interleave.sandbox.cell.CellRecording.Recorded;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.JailWatch;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.jail.Role;
import dev.interleave.sandbox.result.SampleEvent;
import dev.interleave.sandbox.result.SampleEvent.Counted;
import dev.interleave.sandbox.result.SampleEvent.Status;
import dev.interleave.sandbox.result.SampledOutcome;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cell under many schedules: compiled without being run, then run in a jail.
 *
 * <pre>
 *  sources ──► front end ──► CellRecording ──► classes, calls ──► jail: run, run, run …
 *                                                                   │ counts, replays
 *  listener ◄── SampleEvent ◄──────────────── SampleSteps ◄─────────┘
 * </pre>
 *
 * <p>Threading: {@link #run} once; any thread may stop it.
 */
final class SampleRun implements Sampling {

    private static final Logger log = LoggerFactory.getLogger(SampleRun.class);

    /** It stops by itself long before; this is for what does not. */
    private static final Duration MOST_CPU = Duration.ofSeconds(60);

    private static final Duration MOST_WALL = Duration.ofMinutes(5);

    private static final String ENDED =
            "The cell ended the JVM that it ran in, or used more memory or threads than it may.";

    private static final String NO_JAIL =
            "Schedules are chosen in a jail only, and this computer has none.";

    private final String name;
    private final Jails jails;
    private final Compilers compilers;
    private final Profile profile;
    private final List<String> sources;
    private final Sample sample;
    private final Consumer<SampleEvent> listener;
    private Jail jail;
    private boolean stopped;
    private Counted counted = Counted.NOTHING;

    /**
     * @param sources what the cell may use, and then the cell
     */
    SampleRun(
            String name,
            Jails jails,
            Compilers compilers,
            Profile profile,
            List<String> sources,
            Sample sample,
            Consumer<SampleEvent> listener) {
        this.name = name;
        this.jails = jails;
        this.compilers = compilers;
        this.profile = profile;
        this.sources = sources;
        this.sample = sample;
        this.listener = listener;
    }

    @Override
    public synchronized void stop() {
        if (!stopped) {
            stopped = true;
            try {
                tellToStop();
            } catch (IOException e) {
                log.debug("{} is gone", name, e);
            }
        }
    }

    private void tellToStop() throws IOException {
        if (jail != null) {
            WireWriter out = new WireWriter();
            SampleOrder.writeStop(out);
            out.sendTo(jail.out());
            jail.out().flush();
        }
    }

    /** Tells everything, the end included. */
    void run() {
        try {
            listener.accept(sampled());
        } catch (IOException | RuntimeException e) {
            log.warn("{} failed", name, e);
            listener.accept(ended(Status.FAILED, Explanations.notStarted(e)));
        }
    }

    private SampleEvent.Ended sampled() throws IOException {
        if (!jails.isolation().jailed()) {
            return ended(Status.FAILED, NO_JAIL);
        }
        return switch (recorded()) {
            case Recorded.Refused(String message, var errors) ->
                    new SampleEvent.Ended(Status.NOT_COMPILED, message, errors, counted);
            case Recorded.Program program -> sampled(program);
        };
    }

    private Recorded recorded() throws IOException {
        try {
            return compilers
                    .open(WorkerMaker.options(profile))
                    .thenCompose(frontEnd -> CellRecording.of(frontEnd, sources))
                    .join();
        } catch (CompletionException e) {
            throw new IOException("There is no compiler.", e);
        }
    }

    private SampleEvent.Ended sampled(Recorded.Program program) throws IOException {
        SampleSteps steps = new SampleSteps(sources, program.places());
        try (Jail started = jails.start(new JailSpec(name, Role.SAMPLER, profile));
                JailWatch watch = new JailWatch(started, MOST_CPU, MOST_WALL)) {
            watch.step();
            send(started, order(program));
            return follow(started, watch, steps);
        } finally {
            synchronized (this) {
                jail = null;
            }
        }
    }

    private SampleOrder order(Recorded.Program program) {
        return new SampleOrder(
                program.classes().stream()
                        .map(file -> new CompiledClass(file.name(), file.bytes()))
                        .toList(),
                program.calls().stream()
                        .map(call -> new SampleOrder.SnippetCall(call.className(), call.method()))
                        .toList(),
                sample.seed(),
                sample.schedules());
    }

    private synchronized void send(Jail started, SampleOrder order) throws IOException {
        WireWriter out = new WireWriter();
        order.write(out);
        out.sendTo(started.out());
        started.out().flush();
        jail = started;
        if (stopped) {
            tellToStop();
        }
    }

    private SampleEvent.Ended follow(Jail from, JailWatch watch, SampleSteps steps) {
        try {
            WireReader in = new WireReader(from.in());
            for (int tag = in.next(); tag >= 0; tag = in.next()) {
                switch (FromSampler.read(tag, in)) {
                    case FromSampler.Counted now -> {
                        counted = counted(now, steps);
                        listener.accept(counted);
                    }
                    case FromSampler.Replayed replayed -> note(replayed, steps);
                    case FromSampler.Ended end -> {
                        return ended(end);
                    }
                }
            }
        } catch (IOException e) {
            log.debug("{} broke off", name, e);
        }
        return watch.overdue()
                ? ended(Status.FAILED, "It took more time than it may, and was ended.")
                : ended(Status.FAILED, ENDED);
    }

    private static Counted counted(FromSampler.Counted now, SampleSteps steps) {
        return new Counted(
                Math.max(0, now.runs()),
                Math.max(0, now.schedules()),
                Math.max(0, now.others()),
                now.outcomes().stream().map(steps::outcome).toList());
    }

    private void note(FromSampler.Replayed replayed, SampleSteps steps) {
        int index = replayed.outcome();
        if (index >= 0 && index < counted.outcomes().size()) {
            List<SampledOutcome> outcomes = new ArrayList<>(counted.outcomes());
            var replay =
                    new SampledOutcome.Replay(
                            replayed.repeated(),
                            replayed.omitted(),
                            replayed.steps().stream().map(steps::step).toList());
            outcomes.set(index, outcomes.get(index).with(replay));
            counted = new Counted(counted.runs(), counted.schedules(), counted.others(), outcomes);
        }
    }

    private SampleEvent.Ended ended(FromSampler.Ended end) {
        if (end.uncontrolled() != null) {
            return ended(Status.UNCONTROLLED, SampleSteps.plain(end.uncontrolled()));
        }
        if (counted.runs() >= sample.schedules()) {
            return ended(Status.COMPLETE, null);
        }
        return end.outOfTime()
                ? ended(
                        Status.OUT_OF_TIME,
                        "Time ran out after %,d of %,d runs."
                                .formatted(counted.runs(), sample.schedules()))
                : ended(Status.STOPPED, "Stopped.");
    }

    private SampleEvent.Ended ended(Status status, String message) {
        return new SampleEvent.Ended(status, message, List.of(), counted);
    }
}
