package dev.interleave.web.outgoing;

/** A token that is not to be believed; the message says why, for the log. */
public final class BadToken extends Exception {

    private static final long serialVersionUID = 1;

    public BadToken(String message, Throwable cause) {
        super(message, cause);
    }
}
