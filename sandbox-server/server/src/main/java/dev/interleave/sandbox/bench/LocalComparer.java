package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.jail.Jails;
import dev.interleave.sandbox.result.CompareEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Compares in jails of this machine.
 *
 * <p>Threading: any thread may call anything; each comparison has a thread.
 */
public final class LocalComparer implements Comparer {

    private final Jails jails;
    private final Pace pace;
    private final VersionCompiler compiler;
    private final Turns turns = new Turns();
    private final Set<LocalComparison> running = ConcurrentHashMap.newKeySet();

    /** One that uses these jails and leaves them open. */
    public LocalComparer(Jails jails) {
        this(jails, Pace.USUAL);
    }

    /** For tests, with another pace. */
    LocalComparer(Jails jails, Pace pace) {
        this.jails = jails;
        this.pace = pace;
        this.compiler = new VersionCompiler(jails);
    }

    @Override
    public Running begin(Request request, Consumer<CompareEvent> events) {
        if (!jails.isolation().jailed()) {
            return Comparer.refusing(
                            "Nothing is compared, because this computer cannot jail the versions.")
                    .begin(request, events);
        }
        LocalComparison comparison =
                new LocalComparison(request, events, turns, new Contest(jails, compiler, pace));
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
