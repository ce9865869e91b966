package dev.interleave.lessons.build;

import java.util.List;
import java.util.Set;

/**
 * What other files need to know about a converted one; kept from build to build.
 *
 * @param hash of everything that the conversion depended on
 * @param ids all places that can be linked to
 * @param links to other lessons
 * @param form what its translations share with it
 */
record Facts(
        String language,
        String id,
        String hash,
        String title,
        int minutes,
        Set<String> ids,
        List<Link> links,
        Form form) {

    String file() {
        return language + "/" + id + ".adoc";
    }

    /** A link to a place in another lesson; {@code place} is empty for the lesson as a whole. */
    record Link(String lesson, String place, int line) {}
}
