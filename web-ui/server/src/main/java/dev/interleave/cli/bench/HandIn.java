package dev.interleave.cli.bench;

import dev.interleave.sandbox.grade.Exercise;
import dev.interleave.sandbox.grade.ExerciseException;
import dev.interleave.sandbox.grade.ExerciseReader;
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
 * @param right whether it has to pass
 */
record HandIn(Exercise exercise, Submission submission, boolean right) {

    /** Every right and every wrong solution of an exercise. */
    static List<HandIn> of(Exercise exercise) {
        List<HandIn> all = new ArrayList<>();
        for (var solution : exercise.solutions()) {
            all.add(new HandIn(exercise, new Submission(solution.name(), solution.files()), true));
        }
        for (var wrong : exercise.wrong()) {
            all.add(new HandIn(exercise, new Submission(wrong.name(), wrong.files()), false));
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

    String name() {
        return exercise.id() + "/" + submission.name();
    }
}
