package dev.interleave.web.progress;

/** The data cannot be used; the message says what is wrong and what to do. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
