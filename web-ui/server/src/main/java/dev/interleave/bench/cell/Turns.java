package dev.interleave.bench.cell;

import dev.interleave.bench.Pairs;
import dev.interleave.bench.WrongResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two subjects that evaluate the same, one after the other and each first in every second turn.
 *
 * <p>Threading: one thread at a time.
 */
final class Turns {

    /** What was measured, and how many evaluations there had been in the session before. */
    record Age(Kind kind, int evaluations) {}

    private final Subject own;
    private final Subject other;
    private final Map<Age, Pairs> values = new LinkedHashMap<>();
    private int turn;

    Turns(Subject own, Subject other) {
        this.own = own;
        this.other = other;
    }

    Map<Age, Pairs> values() {
        return values;
    }

    /** Begins with new sessions. */
    void begin() throws IOException, InterruptedException, WrongResult {
        own.begin();
        other.begin();
    }

    /** Brings both to this age and then measures every kind so often. */
    void measure(int evaluations, int rounds)
            throws IOException, InterruptedException, WrongResult {
        own.bringTo(evaluations);
        other.bringTo(evaluations);
        for (var round = 0; round < rounds; round++) {
            for (var kind : Kind.values()) {
                var pairs = values.computeIfAbsent(new Age(kind, evaluations), _ -> new Pairs());
                take(kind.source(++turn), pairs);
            }
        }
    }

    private void take(String source, Pairs pairs)
            throws IOException, InterruptedException, WrongResult {
        if (turn % 2 == 0) {
            var our = own.evaluate(source);
            pairs.add(our, other.evaluate(source));
        } else {
            var their = other.evaluate(source);
            pairs.add(own.evaluate(source), their);
        }
    }
}
