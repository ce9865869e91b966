package dev.interleave.web.progress;

/**
 * A cell that a learner added to a lesson.
 *
 * @param id that no cell of an author has
 * @param after id of the author's cell below which it stands
 * @param place orders those below the same one
 */
public record OwnCell(String id, String after, double place) {

    private static final String PREFIX = "own_";

    static OwnCell of(long number, String after, double place) {
        return new OwnCell(PREFIX + number, after, place);
    }

    /** The number in an id; -1 if it is not that of a cell that a learner added. */
    static long number(String id) {
        return id.matches(PREFIX + "[0-9]{1,9}")
                ? Long.parseLong(id.substring(PREFIX.length()))
                : -1;
    }

    public static boolean isOwn(String id) {
        return number(id) >= 0;
    }
}
