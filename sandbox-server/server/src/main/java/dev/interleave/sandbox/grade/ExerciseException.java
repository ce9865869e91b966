package dev.interleave.sandbox.grade;

import java.util.List;

/** An exercise that breaks the rules of its format, or does not do what it says. */
public final class ExerciseException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    ExerciseException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    ExerciseException(String problem) {
        this(List.of(problem));
    }

    /** A sentence each, with the file that it is about. */
    public List<String> problems() {
        return problems;
    }
}
