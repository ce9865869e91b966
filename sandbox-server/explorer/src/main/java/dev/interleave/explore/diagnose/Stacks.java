package dev.interleave.explore.diagnose;

import dev.interleave.explore.result.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Stacks without what lies in the JDK or in the explorer. */
public final class Stacks {

    private static final int MAX_FRAMES = 12;
    private static final String OURS = "dev.interleave.explore.";

    private Stacks() {}

    /** The lines of the submission and of its tests, innermost first. */
    public static List<Frame> of(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(Stacks::matters)
                .limit(MAX_FRAMES)
                .map(
                        frame ->
                                new Frame(
                                        frame.getClassName(),
                                        frame.getMethodName(),
                                        Objects.requireNonNullElse(frame.getFileName(), ""),
                                        Math.max(0, frame.getLineNumber())))
                .toList();
    }

    private static boolean matters(StackTraceElement frame) {
        var name = frame.getClassName();
        return frame.getModuleName() == null && !name.startsWith(OURS) && !name.startsWith("java.");
    }
}
