package dev.interleave.cli.check;

import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.check.CellCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs every cell of lessons and holds what it prints against what the lesson says. */
public final class LessonCheck {

    private final Sandbox sandbox;
    private final int times;
    private final Consumer<String> tried;

    public LessonCheck(Sandbox sandbox, int times, Consumer<String> tried) {
        this.sandbox = sandbox;
        this.times = times;
        this.tried = tried;
    }

    /** What is wrong with the lesson, a sentence each; empty if it is good. */
    public List<String> check(BuiltLessons.Lesson lesson) {
        List<String> problems = new ArrayList<>();
        String name = lesson.language() + "/" + lesson.id();
        for (int time = 0; time < times; time++) {
            new CellCheck(sandbox)
                    .run(lesson.cells())
                    .forEach(problem -> problems.add(name + ": " + problem));
        }
        tried.accept("%s: %d cells, %d times".formatted(name, lesson.cells().size(), times));
        return problems.stream().distinct().toList();
    }
}
