package dev.interleave.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of Interleave; {@code ./interleave} finds a JDK, builds, and starts this. */
@Command(
        name = "./interleave",
        description =
                "A course on sync, async and concurrent programming in Java 25, in your browser.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            RunCommand.class,
            GradeCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            ImportCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            TrainCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        var commandLine = commandLine(System.getenv());
        var unknown = new EnvironmentDefaults(System.getenv()).unknown(commandLine);
        unknown.forEach(System.err::println);
        System.exit(commandLine.execute(args));
    }

    /** The command line with its settings from these variables; it ends no process by itself. */
    static CommandLine commandLine(Map<String, String> environment) {
        var commandLine = new CommandLine(new Main());
        commandLine.setDefaultValueProvider(new EnvironmentDefaults(environment));
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(new BadUse(environment));
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.getSubcommands().values().forEach(Main::withHelp);
        return commandLine;
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.setUsageHelpAutoWidth(true);
    }
}
