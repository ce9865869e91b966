package dev.interleave.agent;

import dev.interleave.wire.FromSession.Limit;
import dev.interleave.wire.Wire;
import java.io.IOException;

/**
 * Recognises by what the JDK throws that a limit of the jail was met.
 *
 * <p>The texts are those of JDK 25: {@code OutOfMemoryError} of the JVM, {@code ProcessBuilder} and
 * the errors of the operating system that {@code java.io} and {@code java.nio} pass on.
 */
final class LimitErrors {

    private static final String[] MEMORY = {
        "Java heap space",
        "GC overhead limit exceeded",
        "Metaspace",
        "Compressed class space",
        "Cannot reserve ",
    };
    private static final String NO_THREAD = "unable to create native thread";
    private static final String NO_PROGRAM = "Cannot run program ";

    /** EPERM, EAGAIN, ENOMEM, ENOSYS: the program may exist but must not be started. */
    private static final String[] REFUSED = {
        "error: 1 ", "error: 11 ", "error: 12 ", "error: 38 ", "error=1,", "error=11,", "error=12,"
    };

    private static final String[] DISK_FULL = {
        "No space left on device", "Disk quota exceeded", "File too large",
    };

    private LimitErrors() {}

    /** The limit that this or one of its causes tells of, or null. */
    static Limit limit(Throwable thrown) {
        Throwable next = thrown;
        for (int i = 0; next != null && i < Wire.MAX_CAUSES; i++) {
            Limit limit = limitOf(next);
            if (limit != null) {
                return limit;
            }
            next = causeOf(next);
        }
        return null;
    }

    private static Limit limitOf(Throwable thrown) {
        if (!isOfJdk(thrown)) {
            return null;
        }
        String message = thrown.getMessage();
        if (message == null) {
            return null;
        }
        if (thrown instanceof OutOfMemoryError) {
            return startsWithOne(message, MEMORY)
                    ? Limit.MEMORY
                    : message.startsWith(NO_THREAD) ? Limit.THREADS : null;
        }
        return thrown instanceof IOException ? limitOfIo(message) : null;
    }

    private static Limit limitOfIo(String message) {
        if (message.startsWith(NO_PROGRAM)) {
            return containsOne(message, REFUSED) ? Limit.PROCESSES : null;
        }
        return containsOne(message, DISK_FULL) ? Limit.DISK : null;
    }

    /** Only classes of the JDK are asked: others may do anything in their methods. */
    private static boolean isOfJdk(Throwable thrown) {
        return thrown.getClass().getClassLoader() == null;
    }

    private static Throwable causeOf(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (StopSignal e) {
            throw e;
        } catch (Throwable e) {
            return null;
        }
    }

    private static boolean startsWithOne(String text, String[] beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static boolean containsOne(String text, String[] parts) {
        for (String part : parts) {
            if (text.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
