package dev.interleave.sandbox.cell;

import java.util.List;

/**
 * What a session lost when its JVM ended.
 *
 * @param variables the names of those that were known, in the order of their declaration
 */
record Loss(List<String> variables) {

    private static final int MOST_NAMES = 8;

    /** Says it to the learner. */
    String sentence() {
        return switch (variables.size()) {
            case 0 -> "The session was restarted; it had no variables to lose.";
            case 1 ->
                    "The session was restarted: the variable "
                            + variables.getFirst()
                            + " is lost; methods, classes and imports are still there.";
            default ->
                    "The session was restarted: the variables "
                            + names()
                            + " are lost; methods, classes and imports are still there.";
        };
    }

    private String names() {
        int last = variables.size() - 1;
        if (variables.size() > MOST_NAMES) {
            return String.join(", ", variables.subList(0, MOST_NAMES))
                    + " and "
                    + (variables.size() - MOST_NAMES)
                    + " more";
        }
        return String.join(", ", variables.subList(0, last)) + " and " + variables.get(last);
    }
}
