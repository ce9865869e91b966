package dev.interleave.sandbox.grade;

/**
 * A test of an exercise.
 *
 * @param name of its class and method
 * @param sentence what it shows, for the learner
 * @param task the task that it belongs to
 * @param hidden whether learners see only that it failed, and why in a word
 */
public record ExerciseTest(
        String uniqueId, String name, String sentence, String task, boolean hidden, double weight) {

    private static final String EXPLORED = "explore:";

    /** Whether it is a scenario whose schedules are searched. */
    boolean isExplored() {
        return uniqueId.startsWith(EXPLORED);
    }
}
