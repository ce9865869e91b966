package dev.interleave.web.course;

/** The folder of the built course cannot be used; the message says which file and why. */
public final class CourseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CourseException(String message, Throwable cause) {
        super(message, cause);
    }
}
