package dev.interleave.web.radar;

import dev.interleave.web.classroom.Member;
import java.util.List;

/**
 * What some learners fail on in the same way.
 *
 * @param fault as the format of the exercises names it
 * @param message in which numbers are left out, since they differ from run to run
 * @param learners whose last try at the exercise failed so
 */
record Failure(String exercise, String fault, String message, List<Member> learners) {

    boolean is(String otherExercise, String otherFault, String otherMessage) {
        return exercise.equals(otherExercise)
                && fault.equals(otherFault)
                && message.equals(otherMessage);
    }
}
