package dev.interleave.cli.compare;

import dev.interleave.sandbox.result.CompareResult.Flame;
import dev.interleave.sandbox.result.CompareResult.FlameFact;
import dev.interleave.sandbox.result.CompareResult.FlameFrame;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a person where the time of a version goes: a tree, the heaviest first. */
record FlameText(PrintWriter out) {

    /** Below this share of all samples a frame is left out of the text. */
    private static final double LEAST = 0.01;

    private static final int MOST_DEPTH = 60;

    void tell(Flame flame) {
        out.println(
                format(
                        "%s: %d stacks in %.1f s (%s); it used %.2f processors",
                        flame.name(),
                        flame.samples(),
                        flame.seconds(),
                        flame.event(),
                        flame.cpuShare()));
        if (flame.samples() == 0) {
            out.println("It never ran long enough to be seen: it waits.");
        }
        flame.frames().stream()
                .filter(frame -> frame.total() >= LEAST * flame.samples())
                .forEach(frame -> frame(frame, flame.samples()));
        flame.facts().forEach(fact -> out.println("- " + sentence(fact)));
        out.println(CompareText.words(flame.host()));
    }

    private void frame(FlameFrame frame, int samples) {
        out.println(
                format(
                        "%5.1f %%  %s%s%s",
                        100.0 * frame.total() / samples,
                        "  ".repeat(Math.min(MOST_DEPTH, frame.depth())),
                        frame.type().isEmpty() ? "" : simple(frame.type()) + ".",
                        frame.method()));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String sentence(FlameFact fact) {
        return switch (fact.kind()) {
            case "bytecode" -> format("%s has %d bytes of bytecode.", fact.method(), fact.number());
            case "too-big" ->
                    format(
                            "%s has %d bytes of bytecode; the JIT does not compile methods of more"
                                    + " than 8,000.",
                            fact.method(), fact.number());
            case "boxing" ->
                    format(
                            "%s puts values into objects of type %s; places in its bytecode: %d.",
                            fact.method(), fact.detail(), fact.number());
            case "lambdas" ->
                    format(
                            "%s makes lambda expressions or method references by invokedynamic;"
                                    + " places: %d.",
                            fact.method(), fact.number());
            case "concatenation" ->
                    format(
                            "%s puts strings together by invokedynamic; places: %d.",
                            fact.method(), fact.number());
            case "inlined" ->
                    format(
                            "The JIT put %s into what calls it; callers: %d.",
                            fact.method(), fact.number());
            case "not-inlined" ->
                    format(
                            "The JIT did not put %s into what calls it: %s.",
                            fact.method(), fact.detail());
            case "deoptimized" ->
                    format(
                            "Compiled code of %s was left for the interpreter (%s): %d times, %d of"
                                    + " them after the warm-up.",
                            fact.method(), fact.detail(), fact.number(), fact.other());
            case "allocation" ->
                    format(
                            "A call allocated %d bytes before the JIT compiled it, and %d"
                                    + " afterwards.",
                            fact.number(), fact.other());
            default -> fact.kind() + ": " + fact.method() + " " + fact.detail();
        };
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
