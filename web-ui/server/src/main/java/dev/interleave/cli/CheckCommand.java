package dev.interleave.cli;

import dev.interleave.cli.check.BuiltLessons;
import dev.interleave.cli.check.ComparisonCheck;
import dev.interleave.cli.check.LessonCheck;
import dev.interleave.sandbox.grade.ExerciseCheck;
import dev.interleave.sandbox.grade.ExerciseException;
import dev.interleave.sandbox.grade.ExerciseReader;
import dev.interleave.web.cell.SandboxAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: an author's lessons and exercises. */
@Command(
        name = "check",
        description = {
            "Checks lessons and exercises: every cell prints what the lesson says, every reference"
                    + " solution passes, every wrong solution fails for the reason that it names,"
                    + " stubs earn nothing, and the versions of every comparison return the same.",
            "Without PATH, all of them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything is as it says", "1:something is not", "2:bad use"})
final class CheckCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "Lessons' files, exercises' folders, or folders of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often everything is tried (default: ${DEFAULT-VALUE}).")
    private int times;

    private final List<String> problems = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (times < 1) {
            throw badUse("--times takes a number from 1.");
        }
        var here = Installation.ofSystemProperties();
        var lessons = new ArrayList<BuiltLessons.Lesson>();
        var exercises = new ArrayList<Path>();
        for (var path : paths.isEmpty() ? everything(here) : paths) {
            sort(path, here, lessons, exercises);
        }
        checkExercises(here, exercises);
        checkLessons(here, lessons);
        checkComparisons(here, lessons);
        problems.forEach(problem -> spec.commandLine().getErr().println(problem));
        say(problems.isEmpty() ? "Everything is as it says." : problems.size() + " problems.");
        return problems.isEmpty() ? 0 : 1;
    }

    private static List<Path> everything(Installation here) {
        return List.of(here.root().resolve("lessons"), here.exercises());
    }

    private void sort(
            Path path, Installation here, List<BuiltLessons.Lesson> lessons, List<Path> exercises)
            throws IOException {
        if (!Files.exists(path)) {
            throw badUse("There is no file %s.".formatted(path));
        }
        if (Files.isRegularFile(path.resolve("exercise.properties"))) {
            exercises.add(path);
        } else if (path.toString().endsWith(".adoc")) {
            lessons.addAll(lessonsOf(path, here));
        } else if (Files.isDirectory(path)) {
            for (var child : children(path)) {
                sort(child, here, lessons, exercises);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(
                            child -> Files.isDirectory(child) || child.toString().endsWith(".adoc"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The map of the course and the README are files there, too, and have no cells. A translation
     * has the code of its source, as its build has made sure.
     */
    private List<BuiltLessons.Lesson> lessonsOf(Path file, Installation here) throws IOException {
        var id = file.getFileName().toString().replace(".adoc", "");
        var folder = file.toAbsolutePath().getParent().getFileName().toString();
        if (!folder.equals(BuiltLessons.SOURCE_LANGUAGE)) {
            if (BuiltLessons.older(here.course(), folder).contains(id)) {
                say(
                        "Warning: %s/%s is older than the lesson that it translates."
                                .formatted(folder, id));
            }
            return List.of();
        }
        return BuiltLessons.read(here.course()).stream()
                .filter(lesson -> lesson.id().equals(id) && lesson.language().equals(folder))
                .toList();
    }

    private void checkExercises(Installation here, List<Path> folders) throws IOException {
        if (folders.isEmpty()) {
            return;
        }
        try (var grading = GradingJails.open(here)) {
            for (var folder : folders) {
                try {
                    var exercise = ExerciseReader.read(folder);
                    problems.addAll(
                            new ExerciseCheck(grading.judge(), times, this::say).check(exercise));
                } catch (ExerciseException e) {
                    problems.addAll(e.problems());
                }
            }
        }
    }

    private void checkLessons(Installation here, List<BuiltLessons.Lesson> lessons) {
        if (lessons.isEmpty()) {
            return;
        }
        switch (new CellSandbox(here, false).open()) {
            case SandboxAccess.Refused(var reason) -> problems.add(reason);
            case SandboxAccess.Granted(var sandbox) -> {
                try (sandbox) {
                    var check = new LessonCheck(sandbox, times, this::say);
                    lessons.forEach(lesson -> problems.addAll(check.check(lesson)));
                }
            }
        }
    }

    private void checkComparisons(Installation here, List<BuiltLessons.Lesson> lessons)
            throws InterruptedException {
        if (lessons.stream().allMatch(lesson -> lesson.comparisons().isEmpty())) {
            return;
        }
        try (var comparing = ComparingJails.open(here)) {
            var check = new ComparisonCheck(comparing.comparer(), this::say);
            for (var lesson : lessons) {
                problems.addAll(check.check(lesson));
            }
        }
    }

    private void say(String line) {
        var out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private ParameterException badUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
