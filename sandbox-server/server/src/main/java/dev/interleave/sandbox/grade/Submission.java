package dev.interleave.sandbox.grade;

import dev.interleave.grader.message.SourceFile;
import java.util.List;

/**
 * What somebody handed in.
 *
 * @param name for people, such as the path it was read from
 */
public record Submission(String name, List<SourceFile> files) {

    /** With the file of the exercise's stub filled by one text, whatever that was called. */
    public static Submission ofText(String name, Exercise exercise, String text) {
        return new Submission(
                name, List.of(new SourceFile(exercise.stub().getFirst().name(), text)));
    }
}
