package dev.interleave.lessons.build;

import dev.interleave.lessons.build.data.Course.Entry;
import dev.interleave.lessons.build.data.Course.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the map and the lessons of the course agree. */
final class CourseRules {

    private CourseRules() {}

    /**
     * Checks the map of the source language.
     *
     * @param lessons facts of its lessons by id; those with problems of their own are not among
     *     them
     */
    static void check(
            Source map, List<Stage> stages, Set<String> files, Map<String, Facts> lessons) {
        var listed = new HashSet<String>();
        for (var stage : stages) {
            for (var entry : stage.lessons()) {
                listed.add(entry.id());
                check(map, entry, files.contains(entry.id()), lessons.get(entry.id()));
            }
        }
        for (var id : new TreeSet<>(files)) {
            if (!listed.contains(id)) {
                map.problem(0, "The lesson \"%s\" is on no stage. List it.".formatted(id));
            }
        }
    }

    private static void check(Source map, Entry entry, boolean exists, Facts lesson) {
        var line = map.lineOf(entry.id());
        if (entry.written() && !exists) {
            map.problem(
                    line,
                    "There is no file %s.adoc. While a lesson is planned, write [#%s]#%s#::."
                            .formatted(entry.id(), entry.id(), entry.title()));
        } else if (!entry.written() && exists) {
            map.problem(
                    line,
                    "This lesson is written: link to it, xref:%s.adoc[%s]::."
                            .formatted(entry.id(), entry.title()));
        } else if (lesson != null && !lesson.title().equals(entry.title())) {
            map.problem(
                    line,
                    "The lesson calls itself \"%s\", the map \"%s\"."
                            .formatted(lesson.title(), entry.title()));
        }
    }
}
