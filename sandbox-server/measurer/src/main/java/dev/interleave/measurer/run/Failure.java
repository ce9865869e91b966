package dev.interleave.measurer.run;

import dev.interleave.measurer.message.FromMeasurer;
import java.lang.reflect.InvocationTargetException;

/** What a version threw, for people. */
final class Failure {

    private static final int MOST_FRAMES = 5;

    private Failure() {}

    static String text(Throwable thrown) {
        try {
            Throwable cause = origin(thrown);
            StringBuilder text = new StringBuilder(cause.toString());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
                if (frames[i].getClassName().startsWith("dev.interleave.")) {
                    break;
                }
                text.append("\n  at ").append(frames[i]);
            }
            return text.substring(0, Math.min(FromMeasurer.MOST_CHARS, text.length()));
        } catch (Throwable e) {
            // Its own toString may fail, too.
            return thrown.getClass().getName();
        }
    }

    /** Without what reflection and JMH put around it. */
    private static Throwable origin(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; depth < 10 && wraps(cause); depth++) {
            cause = cause.getCause() == null ? cause.getSuppressed()[0] : cause.getCause();
        }
        return cause;
    }

    private static boolean wraps(Throwable thrown) {
        String name = thrown.getClass().getName();
        return (thrown.getCause() != null || thrown.getSuppressed().length > 0)
                && (thrown instanceof InvocationTargetException
                        || thrown instanceof ExceptionInInitializerError
                        || name.startsWith("org.openjdk.jmh.")
                        || name.startsWith("java.util.concurrent.ExecutionException"));
    }
}
