package dev.interleave.explore.result;

/**
 * A place in the source and what is done there.
 *
 * @param line 0 if it is not known
 */
public record Place(String className, String method, int line, String what) {

    /** For what happened at no place of the source. */
    public static final Place NONE = new Place("", "", 0, "");

    /** Where it is, such as {@code BoundedBuffer.put:14}. */
    public String where() {
        if (className.isEmpty()) return "?";
        return "%s.%s:%d"
                .formatted(className.substring(className.lastIndexOf('.') + 1), method, line);
    }

    @Override
    public String toString() {
        return what.isEmpty() ? where() : what + " at " + where();
    }
}
