package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer.Loaded;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the first calls of two versions say about them, before anything is measured. */
final class Agreement {

    private static final double RELATIVE = 1e-9;

    private Agreement() {}

    /** How they disagree; one whose result is different each time disagrees with nobody. */
    static Optional<Disagreement> check(Map<Side, Loaded> loaded) {
        List<String> left = loaded.get(Side.LEFT).values();
        List<String> right = loaded.get(Side.RIGHT).values();
        if (left.isEmpty() || right.isEmpty() || isUnstable(left) || isUnstable(right)) {
            return Optional.empty();
        }
        return same(left.getFirst(), right.getFirst())
                ? Optional.empty()
                : Optional.of(new Disagreement(left.getFirst(), right.getFirst()));
    }

    private static boolean isUnstable(List<String> values) {
        return new HashSet<>(values).size() > 1;
    }

    private static boolean same(String left, String right) {
        return left.equals(right) || closeTo(left, right);
    }

    private static boolean closeTo(String left, String right) {
        try {
            double one = Double.parseDouble(left);
            double other = Double.parseDouble(right);
            double size = Math.max(Math.abs(one), Math.abs(other));
            return Math.abs(one - other) <= RELATIVE * size;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static List<Lint> lints(Map<Side, Loaded> loaded) {
        List<Lint> lints = new ArrayList<>();
        loaded.forEach((side, one) -> add(side, one, lints));
        return lints;
    }

    private static void add(Side side, Loaded loaded, List<Lint> lints) {
        if (isUnstable(loaded.values())) {
            lints.add(
                    new Lint(
                            side,
                            "unstable-result",
                            0,
                            "It returned "
                                    + String.join(", then ", loaded.values())
                                    + ": its calls share state, or race, or are random; nobody can"
                                    + " tell whether both versions do the same."));
        }
        if (!loaded.threads().isEmpty()) {
            lints.add(
                    new Lint(
                            side,
                            "leak",
                            0,
                            "Threads ran on after it had returned ("
                                    + String.join(", ", loaded.threads())
                                    + "): work that leaks past the method is not measured, and"
                                    + " slows down the calls after it. Wait for it, and close"
                                    + " executors."));
        }
    }
}
