package dev.interleave.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The one place where settings come from the environment: every option that takes a value can be
 * given as a variable too, {@code --port} as {@code INTERLEAVE_PORT}. What is typed wins.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    private static final String PREFIX = "INTERLEAVE_";

    /** Variables that the launcher reads, before there is any Java. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("INTERLEAVE_JDK_FOLDERS", "INTERLEAVE_TERMINAL");

    private final Map<String, String> environment;

    EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The variable that stands for this option, as {@code INTERLEAVE_PORT} does for --port. */
    static String variable(OptionSpec option) {
        return PREFIX
                + option.longestName()
                        .replaceFirst("^-+", "")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? environment.get(variable(option)) : null;
    }

    /**
     * A sentence for each variable that looks like a setting and is none, in alphabetical order.
     */
    List<String> unknown(CommandLine commandLine) {
        var known = new TreeSet<>(OF_THE_LAUNCHER);
        for (var command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().options().forEach(option -> known.add(variable(option)));
        }
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .map(name -> name + " is not a setting of Interleave and is ignored.")
                .toList();
    }
}
