package dev.interleave.web.exercise;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.interleave.web.course.Exercise;
import dev.interleave.web.course.Exercise.Hint;
import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.Draft;
import dev.interleave.web.progress.ExerciseHelp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a page needs to show an exercise as its learner left it.
 *
 * @param files drafts by the names of the files
 * @param attempts oldest first; the newest with its report
 * @param hints those that were shown
 * @param explanation HTML, or null as long as it may not be shown
 */
record ExerciseState(
        String id,
        Map<String, Draft> files,
        List<AttemptState> attempts,
        List<Hint> hints,
        int hintCount,
        boolean hasExplanation,
        String explanation,
        boolean passed,
        boolean gaveUp) {

    static ExerciseState of(
            Exercise exercise,
            Map<String, Draft> drafts,
            List<Attempt> attempts,
            ExerciseHelp.Taken help) {
        var files = new LinkedHashMap<String, Draft>();
        exercise.files()
                .forEach(
                        file ->
                                files.put(
                                        file.name(), drafts.getOrDefault(file.name(), Draft.NONE)));
        var passed = attempts.stream().anyMatch(ExerciseState::passed);
        var open = passed || help.gaveUp();
        var shown = Math.min(help.hints(), exercise.hints().size());
        return new ExerciseState(
                exercise.id(),
                files,
                states(attempts),
                exercise.hints().subList(0, shown),
                exercise.hints().size(),
                !exercise.explanation().isEmpty(),
                open && !exercise.explanation().isEmpty() ? exercise.explanation() : null,
                passed,
                help.gaveUp());
    }

    private static boolean passed(Attempt attempt) {
        return attempt.kind().equals(Attempt.SUBMIT) && "passed".equals(attempt.verdict());
    }

    private static List<AttemptState> states(List<Attempt> attempts) {
        return attempts.stream()
                .map(
                        attempt ->
                                attempt == attempts.getLast()
                                        ? AttemptState.of(attempt, 0)
                                        : AttemptState.withoutReport(attempt))
                .toList();
    }

    /**
     * A grading that is kept, whole.
     *
     * @param files what was graded, by their names
     */
    record Whole(long number, Map<String, String> files, RawValue report) {

        static Whole of(Attempt attempt) {
            return new Whole(
                    attempt.number(),
                    attempt.files(),
                    attempt.report() == null ? null : new RawValue(attempt.report()));
        }
    }
}
