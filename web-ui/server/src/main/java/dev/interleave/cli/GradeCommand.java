package dev.interleave.cli;

import dev.interleave.cli.grade.GradeCsv;
import dev.interleave.cli.grade.GradeJson;
import dev.interleave.cli.grade.GradeOutput;
import dev.interleave.cli.grade.GradeTable;
import dev.interleave.cli.grade.HandIns;
import dev.interleave.cli.grade.ProgressBar;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.grade.Exercise;
import dev.interleave.sandbox.grade.ExerciseException;
import dev.interleave.sandbox.grade.ExerciseReader;
import dev.interleave.sandbox.grade.SubmissionReader;
import dev.interleave.sandbox.grade.SubmissionReader.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grade}: what was handed in for an exercise. */
@Command(
        name = "grade",
        description = {
            "Grades submissions for an exercise: a Java file each, or a folder each.",
            "A folder of folders is a class's hand-in."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all were graded, whatever the score",
            "1:some could not be graded",
            "2:bad use"
        })
final class GradeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "EXERCISE",
            description = "Its id, or the folder in which it is.")
    private String exerciseName;

    @Parameters(index = "1..*", paramLabel = "PATH", arity = "1..*", description = "Hand-ins.")
    private List<Path> paths;

    /** How it is told. */
    static final class Format {

        @Option(names = "--json", description = "Print a JSON object a line, one a submission.")
        private boolean json;

        @Option(names = "--csv", description = "Print comma-separated values.")
        private boolean csv;
    }

    @ArgGroup private Format format = new Format();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many to grade at the same time (default: ${DEFAULT-VALUE}).")
    private int jobs;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (jobs < 1 || jobs > 64) {
            throw badUse("--jobs takes a number from 1 to 64.");
        }
        var here = Installation.ofSystemProperties();
        var exercise = exercise(here);
        var found = find(exercise);
        try (var grading = GradingJails.open(here);
                var progress =
                        new ProgressBar(
                                spec.commandLine().getErr(),
                                System.getenv("INTERLEAVE_TERMINAL") != null,
                                found.size())) {
            grading.judge().tests(exercise);
            var handIns = new HandIns(grading.judge(), exercise, jobs);
            return handIns.grade(found, output(), progress) ? 0 : 1;
        } catch (ExerciseException e) {
            throw badUse(e.getMessage());
        }
    }

    private Exercise exercise(Installation here) throws IOException {
        var folder = Path.of(exerciseName);
        if (!Files.isDirectory(folder)) {
            folder = here.exercises().resolve(exerciseName);
        }
        if (!Files.isDirectory(folder)) {
            throw badUse("There is no exercise \"%s\".".formatted(exerciseName));
        }
        try {
            return ExerciseReader.read(folder);
        } catch (ExerciseException e) {
            throw badUse(e.getMessage());
        }
    }

    private List<Found> find(Exercise exercise) {
        var reader = new SubmissionReader(exercise);
        var found = new ArrayList<Found>();
        for (var path : paths) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw badUse("There is no file %s.".formatted(path));
            }
            found.addAll(reader.read(path));
        }
        return found;
    }

    private GradeOutput output() {
        var out = spec.commandLine().getOut();
        if (format.json) {
            return new GradeJson(JsonLines.onStandardOutput());
        }
        return format.csv ? new GradeCsv(out) : new GradeTable(out);
    }

    private ParameterException badUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
