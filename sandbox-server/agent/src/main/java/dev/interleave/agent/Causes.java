package dev.interleave.agent;

import dev.interleave.wire.Cause;
import dev.interleave.wire.Frame;
import dev.interleave.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes what the learner's code threw, without trust in the methods of the throwable: they may
 * throw, return null, or lead in circles. One that hangs is stopped with its invocation.
 */
final class Causes {

    private static final int MAX_NAME = 500;

    /** Of a stack that is too deep the innermost frames are shown and some of the outermost. */
    private static final int OUTERMOST = 16;

    private static final String AGENT = Causes.class.getPackageName() + ".";

    private Causes() {}

    /** The throwable and its causes, up to the first that was seen before. */
    static List<Cause> describe(Throwable thrown) {
        List<Throwable> seen = new ArrayList<>();
        List<Cause> causes = new ArrayList<>();
        Throwable next = thrown;
        while (next != null && seen.size() < Wire.MAX_CAUSES && !contains(seen, next)) {
            seen.add(next);
            String name = Text.cut(next.getClass().getName(), MAX_NAME);
            causes.add(new Cause(name, message(next), stack(next)));
            next = cause(next);
        }
        return causes;
    }

    private static boolean contains(List<Throwable> throwables, Throwable wanted) {
        for (Throwable throwable : throwables) {
            if (throwable == wanted) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable thrown) {
        try {
            return Text.cut(thrown.getMessage(), Wire.MAX_TEXT);
        } catch (StopSignal e) {
            throw e;
        } catch (Throwable e) {
            return "getMessage() failed: " + e.getClass().getName();
        }
    }

    private static Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (StopSignal e) {
            throw e;
        } catch (Throwable e) {
            return null;
        }
    }

    /** The frames down to the learner's first; those below it are the agent's and reflection's. */
    static List<Frame> stack(Throwable thrown) {
        StackTraceElement[] elements = elements(thrown);
        int depth = depthAboveAgent(elements);
        List<Frame> frames = new ArrayList<>(Math.min(depth, Wire.MAX_STACK));
        for (int i = 0; i < depth; i++) {
            boolean shown =
                    depth <= Wire.MAX_STACK
                            || i < Wire.MAX_STACK - OUTERMOST
                            || i >= depth - OUTERMOST;
            if (shown && elements[i] != null) {
                frames.add(frame(elements[i]));
            }
        }
        return frames;
    }

    private static int depthAboveAgent(StackTraceElement[] elements) {
        int depth = elements.length;
        while (depth > 0 && isThread(elements[depth - 1])) {
            depth--;
        }
        if (depth == 0 || !startsWith(elements[depth - 1], AGENT)) {
            return elements.length;
        }
        while (depth > 0 && startsWith(elements[depth - 1], AGENT)) {
            depth--;
        }
        while (depth > 0
                && (startsWith(elements[depth - 1], "java.lang.reflect.")
                        || startsWith(elements[depth - 1], "jdk.internal.reflect."))) {
            depth--;
        }
        return depth;
    }

    private static StackTraceElement[] elements(Throwable thrown) {
        try {
            StackTraceElement[] elements = thrown.getStackTrace();
            return elements == null ? new StackTraceElement[0] : elements;
        } catch (StopSignal e) {
            throw e;
        } catch (Throwable e) {
            return new StackTraceElement[0];
        }
    }

    /** Below the agent's frames once the JVM's main thread was stopped and replaced. */
    private static boolean isThread(StackTraceElement element) {
        return element != null && element.getClassName().equals(Thread.class.getName());
    }

    private static boolean startsWith(StackTraceElement element, String prefix) {
        return element != null && element.getClassName().startsWith(prefix);
    }

    private static Frame frame(StackTraceElement element) {
        return new Frame(
                Text.cut(element.getClassName(), MAX_NAME),
                Text.cut(element.getMethodName(), MAX_NAME),
                Text.cut(element.getFileName(), MAX_NAME),
                element.getLineNumber());
    }
}
