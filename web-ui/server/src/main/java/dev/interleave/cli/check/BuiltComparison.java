package dev.interleave.cli.check;

import dev.interleave.sandbox.Comparer.Look;
import dev.interleave.sandbox.Comparer.Mode;
import dev.interleave.sandbox.Comparer.Request;
import dev.interleave.sandbox.Comparer.Sweep;
import dev.interleave.sandbox.Comparer.Version;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A comparison of a built lesson.
 *
 * @param seconds how long each pair of versions is measured at most
 * @param delay of the simulated service in milliseconds; 0 unless it is a load
 * @param sweep from n to n; empty unless it is a load
 * @param setup Java that all versions share; empty if there is none
 */
public record BuiltComparison(
        String id,
        String mode,
        int n,
        int seconds,
        int delay,
        List<Integer> sweep,
        String setup,
        List<Version> versions) {

    /** Whether versions are put under load, in place of being called. */
    public boolean isLoad() {
        return mode.equals("load");
    }

    /**
     * All versions under load.
     *
     * @param most the greatest n
     */
    public Sweep load(int most, Duration budget) {
        return new Sweep(
                versions.stream().map(this::whole).toList(),
                Duration.ofMillis(delay),
                Sweep.upTo(most, sweep),
                budget);
    }

    public Mode measured() {
        return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
    }

    /**
     * The first version with each of the others.
     *
     * @param budget how long to measure each pair
     */
    public List<Request> pairs(int number, Duration budget) {
        return IntStream.range(1, versions.size())
                .mapToObj(
                        other ->
                                new Request(
                                        whole(versions.getFirst()),
                                        whole(versions.get(other)),
                                        measured(),
                                        number,
                                        budget))
                .toList();
    }

    /**
     * What to look into: each version.
     *
     * @param number n; null for what the lesson says
     */
    public List<Look> looks(Integer number) {
        int usual = isLoad() ? sweep.getLast() : n;
        return versions.stream()
                .map(
                        version ->
                                new Look(
                                        whole(version),
                                        number == null ? usual : number,
                                        Duration.ofMillis(delay)))
                .toList();
    }

    /** With what all share; its own lines keep their numbers. */
    private Version whole(Version version) {
        return setup.isEmpty()
                ? version
                : new Version(version.name(), version.source() + "\n\n" + setup);
    }
}
