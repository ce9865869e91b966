package dev.interleave.web.progress;

import java.util.Map;

/** One learner's copy of one comparison of a lesson. */
public record ComparisonKey(String learner, String lesson, String comparison) {

    /**
     * One of its versions, whose drafts are kept like those of a cell; no lesson has such an id.
     */
    public CellKey version(String number) {
        return new CellKey(learner, draftsOf(), number);
    }

    /** What stands in the place of a lesson's id. */
    public String draftsOf() {
        return "compare/" + lesson + "/" + comparison;
    }

    Map<String, String> columns() {
        return Map.of("learner", learner, "lesson", lesson, "comparison", comparison);
    }
}
