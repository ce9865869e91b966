package dev.interleave.bench.cell;

import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.Sandbox;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Short visits to the course: a session is opened, used, and ended in one of many ways.
 *
 * <p>Threading: one thread at a time.
 */
final class Visits {

    private static final int USUAL_PERCENT = 60;

    /** A new compiler takes as much as a hundred sessions. */
    private static final int COMPILER_EVERY = 40;

    private final Sandbox sandbox;
    private final Random random;
    private final Map<Manner, Integer> counts = new EnumMap<>(Manner.class);
    private int number;

    Visits(Sandbox sandbox, Random random) {
        this.sandbox = sandbox;
        this.random = random;
    }

    /** How many there were of each kind. */
    Map<Manner, Integer> counts() {
        return counts;
    }

    /** One of each kind, so that everything is there that comes with the first of its kind. */
    void makeOneOfEach() throws InterruptedException, WrongResult {
        for (var manner : Manner.values()) {
            make(manner);
        }
    }

    /** Makes one, and returns how many milliseconds it took. */
    double make() throws InterruptedException, WrongResult {
        var manner = next();
        counts.merge(manner, 1, Integer::sum);
        return make(manner);
    }

    private Manner next() {
        number++;
        if (number % COMPILER_EVERY == 0) {
            return Manner.COMPILER;
        }
        if (random.nextInt(100) < USUAL_PERCENT) {
            return Manner.USUAL;
        }
        return Manner.values()[random.nextInt(Manner.COMPILER.ordinal())];
    }

    private double make(Manner manner) throws InterruptedException, WrongResult {
        var begun = System.nanoTime();
        try (var learner = new Learner(sandbox)) {
            learner.runWell("int keep = 42;");
            learner.runWell(Mix.cell(number));
            manner.take(learner);
        } catch (WrongResult | RuntimeException e) {
            throw new WrongResult("visit %d (%s): %s".formatted(number, manner, e.getMessage()));
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
