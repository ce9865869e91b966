package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Compares in jails of this machine.
 *
 * <p>Threading: any thread may call anything; each comparison has a thread.
 */
public final class LocalComparer implements Comparer {

    private static final String NO_JAIL =
            "Nothing is compared, because this computer cannot jail the versions.";

    private final Jails jails;
    private final Pace pace;
    private final LoadPace loadPace;
    private final VersionCompiler compiler;
    private final Turns turns = new Turns();
    private final Set<LocalComparison> running = ConcurrentHashMap.newKeySet();

    /** One that uses these jails and leaves them open. */
    public LocalComparer(Jails jails) {
        this(jails, Pace.USUAL, LoadPace.USUAL);
    }

    /** For tests, with another pace. */
    LocalComparer(Jails jails, Pace pace, LoadPace loadPace) {
        this(jails, pace, loadPace, new VersionCompiler(jails));
    }

    private LocalComparer(Jails jails, Pace pace, LoadPace loadPace, VersionCompiler compiler) {
        this.jails = jails;
        this.pace = pace;
        this.loadPace = loadPace;
        this.compiler = compiler;
    }

    /** For tests: one with another pace and the same compiler, which ends with this one. */
    LocalComparer at(Pace other) {
        return new LocalComparer(jails, other, loadPace, compiler);
    }

    @Override
    public Running begin(Request request, Consumer<CompareEvent> events) {
        Contest contest = new Contest(jails, compiler, pace);
        return begin(events, (stop, tell) -> contest.hold(request, stop, tell));
    }

    @Override
    public Running begin(Sweep sweep, Consumer<CompareEvent> events) {
        LoadContest contest = new LoadContest(jails, compiler, loadPace);
        return begin(events, (stop, tell) -> contest.hold(sweep, stop, tell));
    }

    @Override
    public Running begin(Look look, Consumer<CompareEvent> events) {
        LookInside inside = new LookInside(jails, compiler, pace, loadPace);
        return begin(events, (stop, _) -> inside.hold(look, stop));
    }

    private Running begin(Consumer<CompareEvent> events, LocalComparison.Measuring measuring) {
        LocalComparison.Measuring possible =
                jails.isolation().jailed()
                        ? measuring
                        : (_, _) -> new CompareResult.Impossible(NO_JAIL);
        LocalComparison comparison = new LocalComparison(events, turns, possible);
        running.add(comparison);
        comparison.start(() -> running.remove(comparison));
        return comparison;
    }

    /** Stops every comparison and waits for its end. */
    @Override
    public void close() {
        running.forEach(LocalComparison::stop);
        compiler.close();
        running.forEach(LocalComparison::join);
    }
}
