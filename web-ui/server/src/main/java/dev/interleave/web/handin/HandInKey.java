package dev.interleave.web.handin;

import java.util.Map;

/** One learner's exercise in one class. */
public record HandInKey(String classId, String exercise, String learner) {

    /** By the names of columns, for queries. */
    public Map<String, String> columns() {
        return Map.of("class", classId, "exercise", exercise, "learner", learner);
    }
}
