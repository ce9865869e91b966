package dev.interleave.measurer.compile;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import java.util.List;
import java.util.Set;

/** Calls that make pools of threads. */
final class Pools {

    private static final Set<String> COSTLY =
            Set.of(
                    "newFixedThreadPool",
                    "newCachedThreadPool",
                    "newScheduledThreadPool",
                    "newSingleThreadExecutor",
                    "newSingleThreadScheduledExecutor",
                    "newWorkStealingPool");

    private Pools() {}

    /** Whether the call makes threads of the platform. */
    static boolean makes(String method, String owner) {
        return owner.equals("java.util.concurrent.Executors") && COSTLY.contains(method);
    }

    /** Whether it makes so many of them whatever the machine has: more than one. */
    static boolean countsThem(String method, List<? extends ExpressionTree> arguments) {
        return method.equals("newFixedThreadPool")
                && arguments.getFirst() instanceof LiteralTree literal
                && literal.getValue() instanceof Integer number
                && number > 1;
    }
}
