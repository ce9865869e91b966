package dev.interleave.web.page;

import java.util.List;

/** The terms that lessons define, in the order of the alphabet. */
public record GlossaryPage(Site site, List<Entry> terms) implements Page {

    /**
     * A term.
     *
     * @param everyday whether it is not looked for in other texts
     * @param definition HTML of the lesson
     * @param anchor of the definition in its lesson
     * @param language of the definition
     */
    public record Entry(
            String term,
            boolean everyday,
            String definition,
            String lesson,
            String lessonTitle,
            String anchor,
            String language) {}
}
