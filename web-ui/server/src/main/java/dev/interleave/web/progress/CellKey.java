package dev.interleave.web.progress;

import java.util.Map;

/** One learner's copy of one cell of a lesson. */
public record CellKey(String learner, String lesson, String cell) {

    Map<String, String> columns() {
        return Map.of("learner", learner, "lesson", lesson, "cell", cell);
    }
}
