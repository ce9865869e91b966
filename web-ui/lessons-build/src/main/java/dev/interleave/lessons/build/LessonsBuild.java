package dev.interleave.lessons.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds the course once, or watches its folder and builds it whenever something changes.
 *
 * <p>{@code LessonsBuild LESSONS TARGET} converts what is out of date from the folder of the
 * lessons into the target folder. Problems go to standard error, one a line, as {@code FILE:LINE:
 * MESSAGE}. Exit code 0: the course is good, 1: it has problems, 2: bad use.
 *
 * <p>{@code LessonsBuild --watch LESSONS TARGET} does so until its standard input ends; see {@link
 * Watch} for what it says.
 */
public final class LessonsBuild {

    private static final String WATCH = "--watch";

    private LessonsBuild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var watch = args.length == 3 && args[0].equals(WATCH);
        if (!watch && args.length != 2) {
            badUse("Two folders are needed: that of the lessons and the target.");
            return;
        }
        var lessons = Path.of(args[args.length - 2]);
        if (!Files.isDirectory(lessons)) {
            badUse("There is no folder " + lessons + ".");
            return;
        }
        var exit = 0;
        try (var asciiDoc = new AsciiDoc()) {
            var build = new CourseBuild(lessons, Path.of(args[args.length - 1]), asciiDoc);
            if (watch) {
                new Watch(build, System.in, System.out).run();
            } else {
                exit = once(build, lessons);
            }
        }
        System.exit(exit);
    }

    private static int once(CourseBuild build, Path lessons) throws IOException {
        var result = build.run();
        var problems = result.problems();
        result.warnings()
                .forEach(
                        each -> System.err.println("Warning: " + lessons.resolve(each.toString())));
        problems.forEach(problem -> System.err.println(lessons.resolve(problem.toString())));
        return problems.isEmpty() ? 0 : 1;
    }

    private static void badUse(String message) {
        System.err.println(message);
        System.err.println("Use: LessonsBuild [--watch] LESSONS TARGET");
        System.exit(2);
    }
}
