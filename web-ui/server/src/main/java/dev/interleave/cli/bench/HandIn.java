package dev.interleave.cli.bench;

import dev.interleave.sandbox.grade.Exercise;
import dev.interleave.sandbox.grade.ExerciseException;
import dev.interleave.sandbox.grade.ExerciseReader;
import dev.interleave.sandbox.grade.Expectation;
import dev.interleave.sandbox.grade.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A solution of one of the course's exercises, handed in.
 *
 * @param expected what it has to come to
 */
record HandIn(Exercise exercise, Submission submission, Expectation expected) {

    /** Every right and every wrong solution of an exercise. */
    static List<HandIn> of(Exercise exercise) {
        List<HandIn> all = new ArrayList<>();
        for (var solution : exercise.solutions()) {
            var submission = new Submission("solution/" + solution.name(), solution.files());
            all.add(new HandIn(exercise, submission, new Expectation.FullMarks()));
        }
        for (var wrong : exercise.wrong()) {
            var submission = new Submission("wrong/" + wrong.name(), wrong.files());
            all.add(new HandIn(exercise, submission, Expectation.of(wrong)));
        }
        return all;
    }

    /** The same of all exercises in a folder, in their order. */
    static List<HandIn> in(Path exercises) throws IOException, ExerciseException {
        List<HandIn> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(exercises)) {
            for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
                all.addAll(of(ExerciseReader.read(folder)));
            }
        }
        return all;
    }

    /** Whether it is a reference, which has to pass. */
    boolean right() {
        return expected instanceof Expectation.FullMarks;
    }

    String name() {
        return exercise.id() + "/" + submission.name();
    }
}
