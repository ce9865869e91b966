package dev.interleave.cli;

import dev.interleave.cli.doctor.Examination;
import dev.interleave.cli.doctor.Finding;
import dev.interleave.json.CellEventJson;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.Isolation;
import dev.interleave.sandbox.jail.JailSettings;
import dev.interleave.sandbox.jail.Jails;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what this machine offers. */
@Command(
        name = "doctor",
        description = "Tells what this machine offers, what is missing, and how to get it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the course runs here", "1:something that it needs is missing"})
final class DoctorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:interleave.root:-.}/data",
            description = "Folder of the database, as for serve.")
    private Path data;

    @Override
    public Integer call() {
        var installation = Installation.ofSystemProperties();
        var findings =
                new Examination(foldersOfPath())
                        .run(
                                installation.root(),
                                installation.jdk(),
                                data,
                                isolation(installation));
        var ready = findings.stream().noneMatch(f -> f.state() == Finding.State.MISSING);
        if (json) {
            tellProgram(findings, ready);
        } else {
            tellPerson(findings, ready);
        }
        return ready ? 0 : 1;
    }

    private static Isolation isolation(Installation installation) {
        var settings =
                new JailSettings(
                        installation.jdk(), installation.jail(), installation.runtime(), false);
        try (var jails = Jails.open(settings)) {
            return jails.isolation();
        }
    }

    private static List<Path> foldersOfPath() {
        var path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static void tellProgram(List<Finding> findings, boolean ready) {
        var lines = JsonLines.onStandardOutput();
        for (var finding : findings) {
            lines.write(
                    lines.object()
                            .put("type", "finding")
                            .put("name", finding.name())
                            .put("state", CellEventJson.name(finding.state()))
                            .put("detail", finding.detail()));
        }
        lines.write(lines.object().put("type", "summary").put("ready", ready));
    }

    private void tellPerson(List<Finding> findings, boolean ready) {
        PrintWriter out = spec.commandLine().getOut();
        for (var finding : findings) {
            out.println(
                    "%s %s  %s"
                            .formatted(
                                    mark(finding.state()),
                                    finding.name(),
                                    finding.detail().replace("\n", "\n        ")));
        }
        out.println();
        out.println(
                ready
                        ? "Ready: ./interleave serve starts the course."
                        : "Not ready: what is marked with \"no\" is missing.");
        out.flush();
    }

    private static String mark(Finding.State state) {
        return switch (state) {
            case GOOD -> "ok  ";
            case WEAK -> "weak";
            case MISSING -> "no  ";
        };
    }
}
