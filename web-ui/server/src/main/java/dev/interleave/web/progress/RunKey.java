package dev.interleave.web.progress;

import java.util.Map;

/** One run; {@code number} counts from 1 in each lesson of each learner. */
public record RunKey(String learner, String lesson, long number) {

    Map<String, Object> columns() {
        return Map.of("learner", learner, "lesson", lesson, "number", number);
    }
}
