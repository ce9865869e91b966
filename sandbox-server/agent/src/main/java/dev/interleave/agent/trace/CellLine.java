package dev.interleave.agent.trace;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where in the cell the calling thread is. To look costs two microseconds, so it is done a limited
 * number of times.
 *
 * <p>Threading: any thread may call anything.
 */
final class CellLine {

    private static final int MOST_LOOKS = 40_000;
    private static final int DEEPEST = 48;
    private static final String FILE = "Cell";
    private static final String OURS = CellLine.class.getPackageName();
    private static final String HOOK_CLASS = "java.lang.InterleaveTrace";
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final Function<Stream<StackFrame>, Integer> LINE = CellLine::line;
    private static final Function<Stream<StackFrame>, Integer> DIRECT_LINE = CellLine::directLine;
    private static final Function<Stream<StackFrame>, String> PINNED_BY = CellLine::pinnedBy;

    private final AtomicInteger looks = new AtomicInteger();

    /** The line of the innermost frame of a cell, or 0. */
    int ofCurrentThread() {
        return looks.getAndIncrement() < MOST_LOOKS ? WALKER.walk(LINE) : 0;
    }

    /** Like {@link #ofCurrentThread}, or -1 where one hooked method of a class calls another. */
    int ofDirectCall() {
        return looks.getAndIncrement() < MOST_LOOKS ? WALKER.walk(DIRECT_LINE) : 0;
    }

    /** Why the calling virtual thread cannot leave its carrier; null if that cannot be seen. */
    static String pinnedBy() {
        return WALKER.walk(PINNED_BY);
    }

    private static int directLine(Stream<StackFrame> frames) {
        Iterator<StackFrame> each = frames.dropWhile(CellLine::isOfHook).iterator();
        String hooked = each.hasNext() ? each.next().getClassName() : "";
        if (!each.hasNext()) {
            return 0;
        }
        StackFrame caller = each.next();
        if (caller.getClassName().equals(hooked)) {
            return -1;
        }
        return FILE.equals(caller.getFileName()) ? caller.getLineNumber() : line(each);
    }

    private static boolean isOfHook(StackFrame frame) {
        return frame.getClassName().startsWith(OURS) || frame.getClassName().equals(HOOK_CLASS);
    }

    private static int line(Stream<StackFrame> frames) {
        return line(frames.iterator());
    }

    private static int line(Iterator<StackFrame> each) {
        for (int depth = 0; depth < DEEPEST && each.hasNext(); depth++) {
            StackFrame frame = each.next();
            if (FILE.equals(frame.getFileName())) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    private static String pinnedBy(Stream<StackFrame> frames) {
        Iterator<StackFrame> each = frames.iterator();
        while (each.hasNext()) {
            StackFrame frame = each.next();
            if (frame.getMethodName().equals("<clinit>")) {
                return "the initializer of class " + frame.getClassName();
            }
            if (frame.isNativeMethod() && !frame.getClassName().startsWith("jdk.internal.")) {
                return "the native method " + frame.getClassName() + "." + frame.getMethodName();
            }
        }
        return null;
    }
}
