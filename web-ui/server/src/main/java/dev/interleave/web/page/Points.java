package dev.interleave.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes points as people do: 5, 7.5, 6.67. */
public final class Points {

    private Points() {}

    public static String of(double points) {
        var rounded = BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
