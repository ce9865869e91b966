package dev.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What wrong use, wrong settings and a question for help are answered with. */
class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_mistyped_command_is_bad_use_and_the_right_one_is_suggested() {
        assertThat(run(Map.of(), "sevre")).isEqualTo(2);
        assertThat(err).asString().contains("'sevre'").contains("serve").hasLineCount(2);
    }

    @Test
    void a_mistyped_option_is_bad_use_and_the_right_one_is_suggested() {
        assertThat(run(Map.of(), "doctor", "--jsno")).isEqualTo(2);
        assertThat(err).asString().contains("'--jsno'").contains("--json").hasLineCount(2);
    }

    @Test
    void a_wrong_value_is_bad_use_and_the_help_is_named() {
        assertThat(run(Map.of(), "serve", "--port", "http")).isEqualTo(2);
        assertThat(err)
                .asString()
                .contains("'--port': 'http' is not an int")
                .contains("./interleave serve --help")
                .doesNotContain("INTERLEAVE_PORT");
    }

    @Test
    void a_wrong_setting_names_its_variable() {
        assertThat(run(Map.of("INTERLEAVE_PORT", "http"), "serve")).isEqualTo(2);
        assertThat(err).asString().contains("'http'").contains("(from INTERLEAVE_PORT)");
    }

    @Test
    void what_is_typed_wins_over_a_setting() {
        var commandLine = Main.commandLine(Map.of("INTERLEAVE_PORT", "1", "INTERLEAVE_HOST", "h"));
        var serve = commandLine.parseArgs("serve", "--port", "2").subcommand();

        assertThat(serve.matchedOptionValue("--port", 0)).isEqualTo(2);
        assertThat(serve.commandSpec().findOption("--host").<String>getValue()).isEqualTo("h");
    }

    @Test
    void a_variable_that_is_no_setting_is_named_and_others_are_not() {
        var environment = Map.of("INTERLEAVE_PROT", "1", "INTERLEAVE_PORT", "2", "PORT", "3");
        assertThat(new EnvironmentDefaults(environment).unknown(Main.commandLine(environment)))
                .containsExactly("INTERLEAVE_PROT is not a setting of Interleave and is ignored.");
    }

    @Test
    void every_command_explains_itself() {
        for (var command : Main.commandLine(Map.of()).getSubcommands().keySet()) {
            assertThat(run(Map.of(), command, "--help")).as(command).isZero();
        }
        assertThat(out).asString().contains("Usage: ./interleave serve").contains("--port=PORT");
    }

    @Test
    void the_help_of_the_launcher_names_every_command() throws Exception {
        var help = Files.readString(Path.of("../../.launcher/help.txt"));
        var visible =
                Main.commandLine(Map.of()).getSubcommands().entrySet().stream()
                        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Map.Entry::getKey);
        assertThat(visible).allSatisfy(name -> assertThat(help).contains("\n  " + name + " "));
    }

    @Test
    void the_readme_names_every_setting_of_serve() throws Exception {
        var readme = Files.readString(Path.of("../../README.md"));
        var serve = Main.commandLine(Map.of()).getSubcommands().get("serve").getCommandSpec();
        var settings =
                serve.options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp());
        assertThat(settings)
                .allSatisfy(
                        option ->
                                assertThat(readme)
                                        .contains("| `" + option.longestName() + "` | `")
                                        .contains(
                                                "`" + EnvironmentDefaults.variable(option) + "`"));
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine commandLine = Main.commandLine(environment);
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
