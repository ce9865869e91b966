package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.FoundTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the tags of tests: {@code task:ID}, {@code hidden}, {@code points:N}. Where an exercise has
 * one task, tests without a tag belong to it.
 */
final class TestBinding {

    private static final String TASK = "task:";
    private static final String POINTS = "points:";
    private static final String HIDDEN = "hidden";

    private final Exercise exercise;
    private final Set<String> tasks;
    private final List<String> problems = new ArrayList<>();

    TestBinding(Exercise exercise) {
        this.exercise = exercise;
        this.tasks = exercise.tasks().stream().map(Exercise.Task::id).collect(Collectors.toSet());
    }

    /**
     * @throws ExerciseException if a test belongs to no task or a task has no test
     */
    List<ExerciseTest> bind(List<FoundTest> found) throws ExerciseException {
        List<ExerciseTest> tests = found.stream().map(this::bind).toList();
        if (tests.isEmpty()) {
            problems.add("there is no test in tests/.");
        }
        Set<String> bound = new HashSet<>();
        tests.forEach(test -> bound.add(test.task()));
        tasks.stream()
                .filter(task -> !bound.contains(task))
                .sorted()
                .forEach(task -> problems.add("the task \"" + task + "\" has no test."));
        if (!problems.isEmpty()) {
            throw new ExerciseException(
                    problems.stream().map(problem -> exercise.id() + ": " + problem).toList());
        }
        return tests;
    }

    private ExerciseTest bind(FoundTest test) {
        String task = exercise.tasks().size() == 1 ? exercise.tasks().getFirst().id() : null;
        double weight = 1;
        for (String tag : test.tags()) {
            if (tag.startsWith(TASK)) {
                task = tag.substring(TASK.length());
            } else if (tag.startsWith(POINTS)) {
                weight = weight(test, tag.substring(POINTS.length()));
            }
        }
        if (task == null && !tasks.isEmpty()) {
            problems.add("the test " + test.name() + " names no task, as in @Tag(\"task:ID\").");
        } else if (task != null && !tasks.contains(task)) {
            problems.add("the test " + test.name() + " names a task \"" + task + "\" that is not.");
        }
        return new ExerciseTest(
                test.uniqueId(),
                test.name(),
                test.sentence(),
                task,
                test.tags().contains(HIDDEN),
                weight);
    }

    private double weight(FoundTest test, String text) {
        try {
            double weight = Double.parseDouble(text);
            if (weight > 0 && weight <= 1000) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        problems.add("the test " + test.name() + " has \"" + text + "\" points.");
        return 1;
    }
}
