/** What to do about failures. */
public final class Failures {

    /** What can be done. */
    public enum Kind {
        /** Trying again may help. */
        TRANSIENT,
        /** It was stopped on purpose. */
        CANCELLED,
        /** Somebody has to look at it. */
        PERMANENT
    }

    /** A kind of failure, and what is at its bottom. */
    public record Failure(Kind kind, Throwable root) {}

    private Failures() {}

    /** Takes off the wrappers and says what kind of failure it was. */
    public static Failure classify(Throwable failure) {
        return null;
    }
}
