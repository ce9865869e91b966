package dev.interleave.web.lti;

/** A service of a platform did not do what it should; the message says why, for who teaches. */
final class PlatformProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * @param status that the platform answered with, or 0 if that is not the reason
     */
    PlatformProblem(String message, int status, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
