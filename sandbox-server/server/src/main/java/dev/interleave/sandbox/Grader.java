package dev.interleave.sandbox;

import dev.interleave.sandbox.result.GradeAnswer;
import java.util.Map;
import java.util.Optional;

/**
 * Grades what learners made of the course's exercises, each in jails of its own.
 *
 * <p>Threading: any thread may call anything; a grading keeps the thread that asks for it.
 */
public interface Grader extends AutoCloseable {

    /** Which tests to grade with. */
    enum Tests {
        /** Those whose messages learners see. */
        PUBLIC,
        ALL
    }

    /** One that grades nothing, for this reason. */
    static Grader refusing(String reason) {
        return (_, _, _) -> new GradeAnswer.Impossible(reason);
    }

    /**
     * Grades, which takes seconds.
     *
     * @param exercise id of an exercise
     * @param files what was made of its files, by their names
     */
    GradeAnswer grade(String exercise, Map<String, String> files, Tests tests);

    /**
     * Which version of its tests an exercise is graded with now.
     *
     * @return empty if it cannot be graded as it is
     */
    default Optional<String> testsVersion(String exercise) {
        return Optional.empty();
    }

    /** Gets ready to grade this exercise, so that the first grading is soon done. */
    default void prepare(String exercise) {}

    @Override
    default void close() {}
}
