package dev.interleave.web.lti;

import java.util.Set;

/** A service of a platform did not do what it should; the message says why, for who teaches. */
final class PlatformProblem extends Exception {

    private static final long serialVersionUID = 1;

    /** With these a platform says nothing of what it was asked for. */
    private static final Set<Integer> LATER = Set.of(0, 401, 403, 408, 429);

    private final int status;
    private final boolean unusable;

    /**
     * @param status that the platform answered with, or 0 if that is not the reason
     */
    PlatformProblem(String message, int status, Throwable cause) {
        this(message, status, false, cause);
    }

    private PlatformProblem(String message, int status, boolean unusable, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.unusable = unusable;
    }

    /** The platform answered, and what it answered is of no use, however often it is asked. */
    static PlatformProblem unusable(String message, Throwable cause) {
        return new PlatformProblem(message, 0, true, cause);
    }

    int status() {
        return status;
    }

    /** Whether the same may succeed later, with nobody doing anything here. */
    boolean passing() {
        return !unusable && (LATER.contains(status) || status >= 500);
    }
}
