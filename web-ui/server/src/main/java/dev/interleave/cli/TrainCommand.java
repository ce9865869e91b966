package dev.interleave.cli;

import dev.interleave.cli.bench.CourseProcess;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code train}: starts the course by a command that records an AOT cache, uses it a little, and
 * ends it, upon which the JVM writes the cache. The launcher calls it after a build.
 */
@Command(name = "train", hidden = true, description = "Makes later starts faster.")
final class TrainCommand implements Callable<Integer> {

    private static final Pattern LESSON = Pattern.compile("href=\"(/lessons/[^\"#]+)\"");

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "What starts Interleave.")
    private List<String> command;

    @Override
    public Integer call() throws Exception {
        try (var course = CourseProcess.start(command)) {
            course.get("/health");
            var lesson = LESSON.matcher(course.get("/"));
            if (lesson.find()) {
                course.get(lesson.group(1));
            }
        }
        return 0;
    }
}
