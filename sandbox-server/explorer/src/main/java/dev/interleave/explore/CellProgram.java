package dev.interleave.explore;

import dev.interleave.explore.diagnose.Diagnosis;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.runtime.Execution;
import dev.interleave.explore.runtime.RunSettings;
import dev.interleave.explore.schedule.Ending;
import dev.interleave.explore.schedule.Priorities;
import dev.interleave.explore.schedule.RandomWalk;
import dev.interleave.explore.schedule.RunLimits;
import dev.interleave.explore.schedule.RunOver;
import dev.interleave.explore.schedule.Strategy;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A cell and what it rests on, woven, to be run again and again. A seed alone decides how a run
 * goes; nothing is judged, not even races, and no run is left out for what came of it.
 *
 * <p>Threading: one platform thread. There can be one in a JVM, because it takes its output.
 */
public final class CellProgram {

    private static final String WAITS_FOR_POOL =
            "A thread waits for a task of the common pool, whose schedules cannot be chosen.";
    private static final int MAX_TEXT = 500;
    private static final int STRATEGIES = 4;

    private final Program program;
    private final List<Call> calls;
    private final CellOutput output = CellOutput.install();
    private int usualSteps;

    /** A snippet of a cell: a static method without parameters. */
    public record Call(String className, String method) {}

    /**
     * Weaves a program.
     *
     * @param classes class files by binary name
     * @param calls what a run consists of, in this order; the last one has the value
     */
    public CellProgram(Map<String, byte[]> classes, List<Call> calls) {
        this.program = Program.withValues(classes, CellProgram.class.getClassLoader());
        this.calls = List.copyOf(calls);
    }

    /**
     * Runs everything once.
     *
     * @param traced whether the steps are recorded
     */
    public CellRun run(long seed, boolean traced) {
        if (usualSteps == 0) usualSteps = Math.max(1, steps());
        return run(strategy(seed), settings(seed, traced));
    }

    /** Where {@link Priorities} may change them; from a run that is the same in every JVM. */
    private int steps() {
        var execution = new Execution(new RandomWalk(0, 0.1), settings(0, false));
        execution.run(() -> call(new Body()));
        output.take();
        return execution.scheduler().steps();
    }

    private Strategy strategy(long seed) {
        return switch (Math.floorMod(seed, STRATEGIES)) {
            case 0 -> new Priorities(seed, 3, usualSteps);
            case 1 -> new RandomWalk(seed, 0.5);
            case 2 -> new Priorities(seed, 5, usualSteps);
            default -> new RandomWalk(seed, 0.1);
        };
    }

    /** Sleeps may end early in a quarter of the runs, so that each strategy meets both. */
    private static RunSettings settings(long seed, boolean traced) {
        var earlySleeps = Math.floorMod(seed / STRATEGIES, STRATEGIES) == 0;
        return new RunSettings(seed, false, true, 0, earlySleeps, false, traced, RunLimits.DEFAULT);
    }

    private CellRun run(Strategy strategy, RunSettings settings) {
        var execution = new Execution(strategy, settings);
        var body = new Body();
        var ending = execution.run(() -> call(body));
        var printed = output.take();
        var schedule = hash(strategy.choices(), settings.mode());
        var uncontrolled = uncontrolled(execution, ending, body);
        if (uncontrolled != null) {
            var nothing = new CellOutcome(printed, null, null, null);
            return new CellRun(nothing, schedule, "", uncontrolled, List.of());
        }
        var fault = Diagnosis.of(execution, true);
        var thrown = thrown(execution, body);
        var kind = fault.map(found -> kind(found.kind(), ending)).orElse(null);
        var outcome =
                new CellOutcome(
                        printed,
                        body.value,
                        thrown == null ? kind : FaultKind.EXCEPTION.id(),
                        thrown);
        var explanation =
                ending == Ending.COMPLETED
                        ? ""
                        : fault.map(found -> found.message().replace("the scenario", "the cell"))
                                .orElse("");
        return new CellRun(outcome, schedule, explanation, null, execution.trace());
    }

    /** Threads may outlive a cell: that is something to know, but nothing that went wrong. */
    private static String kind(FaultKind found, Ending ending) {
        return ending == Ending.COMPLETED ? null : found.id();
    }

    private static String uncontrolled(Execution execution, Ending ending, Body body) {
        if (body.broken != null) return "The cell could not be woven: " + body.broken;
        if (ending != Ending.UNCONTROLLED && !Diagnosis.waitsForForeignPool(execution)) return null;
        return Objects.requireNonNullElse(execution.scheduler().uncontrolled(), WAITS_FOR_POOL);
    }

    /** The first exception that nobody caught; that of the cell itself comes last. */
    private static String thrown(Execution execution, Body body) {
        for (var thread : execution.scheduler().threads()) {
            if (thread.uncaught() != null) return thread.name() + ": " + text(thread.uncaught());
        }
        return body.thrown == null ? null : text(body.thrown);
    }

    /** What the snippets of one run left. */
    private static final class Body {
        private String value;
        private Throwable thrown;
        private Throwable broken;
    }

    private void call(Body body) {
        try {
            Object value = null;
            var loader = program.loader();
            for (var call : calls) {
                var method = Program.load(loader, call.className()).getMethod(call.method());
                method.setAccessible(true);
                value = method.invoke(null);
            }
            body.value = value == null ? null : text(value);
        } catch (InvocationTargetException e) {
            note(e.getCause(), body);
        } catch (ReflectiveOperationException | LinkageError e) {
            body.broken = e;
        }
    }

    private static void note(Throwable thrown, Body body) {
        switch (thrown) {
            case VerifyError _, ClassFormatError _ -> body.broken = thrown;
            case RunOver _ -> {}
            default -> body.thrown = thrown;
        }
    }

    /** As far as it can be had: it may be the learner's own code that makes it. */
    private static String text(Object object) {
        try {
            var text = object instanceof String ? "\"" + object + "\"" : String.valueOf(object);
            return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
        } catch (RuntimeException e) {
            return "(its toString() threw " + e.getClass().getName() + ")";
        }
    }

    private static long hash(int[] choices, int mode) {
        var hash = 0xcbf29ce484222325L ^ mode;
        for (var choice : choices) hash = (hash ^ choice) * 0x100000001b3L;
        return hash;
    }
}
