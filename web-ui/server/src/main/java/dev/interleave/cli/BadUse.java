package dev.interleave.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Answers wrong use in two or three lines: what is wrong, what was meant, where to read more. */
final class BadUse implements IParameterExceptionHandler {

    private final Map<String, String> environment;

    BadUse(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var command = e.getCommandLine();
        var err = command.getErr();
        err.println(e.getMessage() + origin(e));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** A wrong value may not have been typed at all. */
    private String origin(ParameterException e) {
        if (!(e.getArgSpec() instanceof OptionSpec option)) {
            return "";
        }
        var variable = EnvironmentDefaults.variable(option);
        return e.getValue() != null && e.getValue().equals(environment.get(variable))
                ? " (from " + variable + ")"
                : "";
    }
}
