package dev.interleave.bench;

import dev.interleave.bench.host.HostUse;
import dev.interleave.bench.host.Quiet;
import dev.interleave.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a benchmark gets.
 *
 * <p>Threading: one thread measures.
 */
public final class Bench {

    private final Amounts amounts;
    private final Path jdk;
    private final Sandboxes sandboxes;
    private final Consumer<Figure> figures;
    private final Progress progress;
    private final HostUse host = HostUse.begin();

    /**
     * @param jdk home of the JDK that everything is measured with
     * @param figures hears each figure when it is known
     */
    public Bench(
            Amounts amounts,
            Path jdk,
            Sandboxes sandboxes,
            Consumer<Figure> figures,
            Progress progress) {
        this.amounts = amounts;
        this.jdk = jdk;
        this.sandboxes = sandboxes;
        this.figures = figures;
        this.progress = progress;
    }

    public Amounts amounts() {
        return amounts;
    }

    public Path jdk() {
        return jdk;
    }

    public Progress progress() {
        return progress;
    }

    /** A sandbox like the server's that has warmed up; not to be closed. */
    public Sandbox sandbox() throws InterruptedException {
        var sandbox = sandboxes.usual();
        settle();
        return sandbox;
    }

    /** A new sandbox with this room that has warmed up; not to be closed. */
    public Sandbox sandbox(Room room) throws InterruptedException {
        var sandbox = sandboxes.with(room);
        settle();
        return sandbox;
    }

    /** Ends the sandbox that is open. */
    public void closeSandbox() {
        sandboxes.closeOpen();
    }

    /** Waits until the product's processes have nothing more to do, if they ever do. */
    public void settle() throws InterruptedException {
        Quiet.await(seconds -> progress.at("waiting until all is calm, seconds", seconds, 0));
    }

    /** Tells a figure as it is. */
    public void tell(Figure figure) {
        figures.accept(figure);
    }

    /** Tells a figure, with what others did on the machine since the beginning. */
    public void tell(String name, String unit, List<Double> values, String notes) {
        figures.accept(Figure.of(name, unit, values, notes + "; " + host.others()));
    }

    public void tell(String name, String unit, double value, String notes) {
        tell(name, unit, List.of(value), notes);
    }

    /** Tells what something else took in the same turns, and the ratio of ours to it. */
    public void tellOther(String name, String unit, String other, Pairs pairs) {
        tell(name + "." + other, unit, pairs.theirs(), "in turns with " + name);
        tell(name + ".to-" + other, "ratio", pairs.ratios(), "ours : " + other + ", turn by turn");
    }
}
