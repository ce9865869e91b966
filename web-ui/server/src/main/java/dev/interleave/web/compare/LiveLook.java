package dev.interleave.web.compare;

import dev.interleave.json.CompareEventJson;
import dev.interleave.sandbox.Comparer;
import dev.interleave.sandbox.Comparer.Look;
import dev.interleave.sandbox.Comparer.Running;
import dev.interleave.sandbox.Comparer.Version;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.web.course.Comparison;
import dev.interleave.web.progress.ComparisonKey;
import dev.interleave.web.progress.ComparisonRun;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * A look into a version of a measurement: where its time goes.
 *
 * <p>Threading: one thread waits for it; any may stop it.
 */
final class LiveLook implements LiveWork {

    /**
     * How it ended.
     *
     * @param flame JSON of what was seen; null if nothing
     * @param message why not; empty if something was seen
     */
    record Outcome(String flame, String message) {}

    private final ComparisonKey key;
    private final Comparer comparer;
    private final int version;
    private final Look look;
    private final IntConsumer places;
    private Running running;
    private boolean stopped;

    /**
     * @param version from 1
     * @param places hears the place in the queue, 1 for the next one
     */
    LiveLook(
            ComparisonKey key,
            Comparison comparison,
            ComparisonRun run,
            int version,
            Comparer comparer,
            IntConsumer places) {
        this.key = key;
        this.comparer = comparer;
        this.version = version;
        this.places = places;
        this.look =
                new Look(
                        new Version(
                                comparison.versions().get(version - 1).name(),
                                comparison.whole(run.versions().get(version - 1))),
                        run.n(),
                        Duration.ofMillis(comparison.delay()));
    }

    Outcome see() throws InterruptedException {
        Running mine;
        synchronized (this) {
            if (stopped) {
                return new Outcome(null, "Stopped.");
            }
            mine = comparer.begin(look, this::on);
            running = mine;
        }
        return switch (mine.await()) {
            case CompareResult.Flame flame ->
                    new Outcome(
                            CompareEventJson.of(new CompareEvent.Ended(flame), "")
                                    .put("other", version)
                                    .toString(),
                            "");
            case CompareResult.Refused(var problems) ->
                    new Outcome(
                            null,
                            problems.stream()
                                    .map(CompareResult.Problem::message)
                                    .collect(Collectors.joining(" ")));
            case CompareResult.Impossible(var reason) -> new Outcome(null, reason);
            default -> new Outcome(null, "Stopped.");
        };
    }

    private void on(CompareEvent event) {
        switch (event) {
            case CompareEvent.Queued(var place) -> places.accept(place);
            case CompareEvent.Started() -> places.accept(0);
            default -> {
                // Its end is waited for.
            }
        }
    }

    @Override
    public ComparisonKey key() {
        return key;
    }

    @Override
    public void stop() {
        Running now;
        synchronized (this) {
            stopped = true;
            now = running;
        }
        // Without the lock: who tells of a place in the queue may hold the queue's.
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public List<String> told() {
        return List.of();
    }

    @Override
    public int version() {
        return version;
    }
}
