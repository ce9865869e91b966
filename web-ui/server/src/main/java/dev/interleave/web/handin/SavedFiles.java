package dev.interleave.web.handin;

import dev.interleave.web.course.Exercise;
import dev.interleave.web.progress.Drafts;
import dev.interleave.web.progress.ExerciseKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an exercise as a learner saved them in the lesson.
 *
 * <p>Threading: any thread may call anything.
 */
final class SavedFiles {

    private final Drafts drafts;

    SavedFiles(Drafts drafts) {
        this.drafts = drafts;
    }

    /** As they are; with the author's text where the learner has changed nothing. */
    Map<String, String> of(String learner, Exercise exercise) {
        var found = drafts.of(learner, new ExerciseKey(learner, exercise.id()).draftsOf());
        var files = new LinkedHashMap<String, String>();
        for (var file : exercise.files()) {
            var draft = found.get(file.name());
            var changed = draft != null && draft.text() != null;
            files.put(file.name(), changed ? draft.text() : file.text());
        }
        return files;
    }

    /** Whether the learner has changed one of them since then. */
    boolean changedSince(Instant time, String learner, Exercise exercise) {
        return drafts.lastChange(learner, new ExerciseKey(learner, exercise.id()).draftsOf())
                .filter(last -> last.isAfter(time))
                .isPresent();
    }

    /**
     * As they were then.
     *
     * @return empty if the learner had changed nothing, or has changed something since: of what is
     *     overwritten no copy is kept
     */
    Optional<Map<String, String>> at(Instant time, String learner, Exercise exercise) {
        var last = drafts.lastChange(learner, new ExerciseKey(learner, exercise.id()).draftsOf());
        if (last.isEmpty() || last.get().isAfter(time)) {
            return Optional.empty();
        }
        var files = of(learner, exercise);
        var changed =
                exercise.files().stream()
                        .anyMatch(file -> !file.text().equals(files.get(file.name())));
        return changed ? Optional.of(files) : Optional.empty();
    }
}
