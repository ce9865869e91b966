package dev.interleave.cli;

import dev.interleave.sandbox.grade.exercism.ExercismImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: exercises from elsewhere. */
@Command(
        name = "import",
        description = {
            "Makes exercises of folders in the layout of Exercism's Java track: stub, reference"
                    + " solution, JUnit tests.",
            "Check them afterwards with ./interleave check."
        })
final class ImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Exercises to import.")
    private List<Path> folders;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where their folders are made (default: exercises/).")
    private Path into;

    @Override
    public Integer call() throws IOException {
        var target = into == null ? Installation.ofSystemProperties().exercises() : into;
        for (var folder : folders) {
            spec.commandLine().getOut().println(ExercismImport.into(target, folder));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
