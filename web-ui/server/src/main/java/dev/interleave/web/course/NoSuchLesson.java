package dev.interleave.web.course;

import java.util.List;

/** Somebody asked for a lesson that this course does not have. */
public final class NoSuchLesson extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Course.Entry> known;

    NoSuchLesson(String id, List<Course.Entry> known) {
        super("There is no lesson \"%s\" in this course.".formatted(id));
        this.known = known;
    }

    /** The lessons that can be opened. */
    public List<Course.Entry> known() {
        return known;
    }
}
