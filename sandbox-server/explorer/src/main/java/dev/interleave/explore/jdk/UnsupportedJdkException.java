package dev.interleave.explore.jdk;

/**
 * This JVM lacks a hook that exploration rests on: another JDK, or it was started without the
 * flags.
 */
public final class UnsupportedJdkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedJdkException(String missing, Throwable cause) {
        super(
                "Schedules cannot be explored in this JVM (Java %s): %s is missing. It needs JDK 25, started with the flags of JdkFlags."
                        .formatted(Runtime.version(), missing),
                cause);
    }
}
