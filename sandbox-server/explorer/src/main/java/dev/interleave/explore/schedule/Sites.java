package dev.interleave.explore.schedule;

import dev.interleave.explore.result.Place;

/**
 * The form in which woven code names a place: one constant of the class file, so that woven classes
 * carry all that is needed to speak of them.
 *
 * <p>The form is {@code line|kind|class|method|what}; the kind is {@code r} for what only looks and
 * {@code w} for what may change something.
 */
public final class Sites {

    private Sites() {}

    public static String of(String className, String method, int line, boolean looks, String what) {
        return line + (looks ? "|r|" : "|w|") + className + "|" + method + "|" + what;
    }

    public static Place place(String site) {
        var parts = site.split("\\|", 5);
        if (parts.length < 5) return Place.NONE;
        return new Place(parts[2], parts[3], Integer.parseInt(parts[0]), parts[4]);
    }
}
