package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.bench.SequentialRule.Decision;
import dev.interleave.sandbox.result.Ratio;
import dev.interleave.sandbox.result.Side;
import java.util.Locale;

/** A claim in words, always with its interval. */
record Wording(Plan plan, Decision decision, Ratio ratio, int pairs) {

    private static final int TEN = 10;

    String sentence() {
        return switch (decision.claim()) {
            case LEFT_FASTER -> faster(Side.LEFT, ratio);
            case RIGHT_FASTER -> faster(Side.RIGHT, ratio.inverse());
            case NO_DIFFERENCE_SHOWN -> decision.equivalent() ? same() : nothingShown();
            case TOO_NOISY -> pairs < SequentialRule.FIRST_LOOK ? tooShort() : noisy();
        };
    }

    private String faster(Side side, Ratio times) {
        return "%s is %s times as fast as %s (%s to %s)."
                .formatted(
                        name(side),
                        number(times.value()),
                        name(side.other()),
                        number(times.low()),
                        number(times.high()));
    }

    private String same() {
        return "The same within 5 %% (%s to %s)."
                .formatted(number(ratio.low()), number(ratio.high()));
    }

    private String nothingShown() {
        return ("No difference shown: %s may be anything from %s to %s times as fast as %s. A"
                        + " longer measurement or a calmer machine would show smaller differences.")
                .formatted(
                        name(Side.LEFT),
                        number(ratio.low()),
                        number(ratio.high()),
                        name(Side.RIGHT));
    }

    private String noisy() {
        return ("Too noisy to tell: anything from %s to %s times fits, so even a difference of 30"
                        + " %% would not have been seen. Try again when the machine is calmer.")
                .formatted(number(ratio.low()), number(ratio.high()));
    }

    private String tooShort() {
        return ("Too short to tell: %d of at least %d pairs of JVMs were measured in %d s. Give it"
                        + " more time, or let a call do less.")
                .formatted(pairs, SequentialRule.FIRST_LOOK, plan.budget().toSeconds());
    }

    private String name(Side side) {
        return plan.contestants().get(side).name();
    }

    private static String number(double value) {
        return value >= TEN
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
