package dev.interleave.web.progress;

import java.util.Map;

/** One learner's copy of one exercise, in whichever lessons it stands. */
public record ExerciseKey(String learner, String exercise) {

    /** One of its files, whose drafts are kept like those of a cell; no lesson has such an id. */
    public CellKey file(String name) {
        return new CellKey(learner, draftsOf(), name);
    }

    /** What stands in the place of a lesson's id. */
    public String draftsOf() {
        return "exercise/" + exercise;
    }

    Map<String, String> columns() {
        return Map.of("learner", learner, "exercise", exercise);
    }
}
