package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer.Loaded;
import dev.interleave.sandbox.bench.SequentialRule.Decision;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two versions that compile, measured pair after pair until the rule has seen enough or the time is
 * over.
 *
 * <p>Threading: one use, one thread.
 */
final class Duel {

    /** How long a claim is made more precise that is already certain. */
    private static final double PATIENT_SECONDS = 15;

    /** What the first pair may take more than there is time. */
    private static final Duration FIRST_PAIR = Duration.ofMinutes(1);

    private final Jails jails;
    private final Plan plan;
    private final Stop stop;
    private final Consumer<CompareEvent> events;
    private final HostUse host = new HostUse();
    private final long begun = System.nanoTime();
    private final List<Double> logs = new ArrayList<>();
    private final List<Lint> lints = new ArrayList<>();
    private final Map<Side, List<List<Sample>>> samples = new EnumMap<>(Side.class);
    private final List<Double> empty = new ArrayList<>();
    private final Map<Side, TaskBytes> taskBytes = new EnumMap<>(Side.class);
    private long ownNanos;

    Duel(Jails jails, Plan plan, Stop stop, Consumer<CompareEvent> events) {
        this.jails = jails;
        this.plan = plan;
        this.stop = stop;
        this.events = events;
        plan.contestants().values().forEach(one -> lints.addAll(one.lints()));
        for (Side side : Side.values()) {
            samples.put(side, new ArrayList<>());
            taskBytes.put(side, new TaskBytes());
        }
    }

    /**
     * Measures.
     *
     * @throws IOException if a JVM could not be started; no version is to blame
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    CompareResult run() throws IOException, VersionFailure {
        Decision decision = new Decision(true, Claim.TOO_NOISY, false);
        for (int number = 1; decision.more() && number <= plan.pace().mostPairs(); number++) {
            try (Pair pair = new Pair(number, plan, stop, events)) {
                Map<Side, Loaded> loaded = pair.start(jails);
                if (number == 1) {
                    Optional<CompareResult.Disagreement> disagreement = Agreement.check(loaded);
                    if (disagreement.isPresent()) {
                        return disagreement.get();
                    }
                    lints.addAll(Agreement.lints(loaded));
                }
                if (wantsBaseline(number)) {
                    pair.beside(Baseline.start(jails, plan, stop));
                }
                pair.warmUp(this::timeLeft);
                // Without a whole pair there is nothing to see, whatever was waited for.
                boolean whole = pair.measure(number == 1 ? this::firstPairMayGoOn : this::timeLeft);
                if (whole) {
                    taskBytes.forEach((side, told) -> ask(pair, side, told));
                }
                ownNanos += pair.cpuNanos();
                if (!whole) {
                    break;
                }
                decision = take(pair);
            }
        }
        stop.check();
        return new Verdicts(plan, logs, samples, taskBytes, empty, lints)
                .verdict(
                        decision,
                        seconds(),
                        host.facts(jails.flags(Fork.spec()), ownNanos, HostUse.weighted(jails)));
    }

    /** After what is measured, as garbage is collected for it. */
    private static void ask(Pair pair, Side side, TaskBytes told) {
        if (told.wantsMore()) {
            told.add(pair.held(side));
        }
    }

    private Decision take(Pair pair) {
        logs.add(pair.log());
        for (Side side : Side.values()) {
            samples.get(side).add(pair.samples(side));
        }
        empty.addAll(pair.baseline());
        Interval now = SequentialRule.interval(logs);
        events.accept(
                new CompareEvent.Estimate(logs.size(), Math.exp(logs.getLast()), now.ratio()));
        boolean patient = seconds() < PATIENT_SECONDS;
        Decision decision = SequentialRule.after(logs, patient);
        return timeLeft() ? decision : new Decision(false, decision.claim(), decision.equivalent());
    }

    /** Only where a call is about as short as what is around it, and before the first look. */
    private boolean wantsBaseline(int number) {
        return number > 1
                && number <= SequentialRule.FIRST_LOOK
                && samples.values().stream()
                        .map(pairs -> pairs.getFirst().stream().map(Sample::nanos).toList())
                        .anyMatch(nanos -> Logs.median(nanos) < plan.pace().tiny());
    }

    private boolean timeLeft() {
        return System.nanoTime() - begun < plan.budget().toNanos();
    }

    private boolean firstPairMayGoOn() {
        return System.nanoTime() - begun < plan.budget().plus(FIRST_PAIR).toNanos();
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
