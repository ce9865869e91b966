package dev.interleave.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Values of two things that were measured in turns, one of each a turn, so that whatever else the
 * machine did happened to both.
 *
 * <p>Threading: one thread at a time.
 */
public final class Pairs {

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();

    public void add(double our, double their) {
        ours.add(our);
        theirs.add(their);
    }

    public List<Double> ours() {
        return List.copyOf(ours);
    }

    public List<Double> theirs() {
        return List.copyOf(theirs);
    }

    /** Ours divided by theirs, turn by turn. */
    public List<Double> ratios() {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / theirs.get(i));
        }
        return ratios;
    }
}
