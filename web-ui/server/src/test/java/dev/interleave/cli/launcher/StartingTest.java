package dev.interleave.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher hands over to Java from wherever it is called, and gets what is missing. */
class StartingTest {

    @TempDir Path folder;
    private FakeMachine machine;

    @BeforeEach
    void with_a_jdk() throws Exception {
        machine = new FakeMachine(folder);
        machine.jdk(machine.jdks.resolve("jdk-25"), "25.0.3");
    }

    @Test
    void arguments_arrive_as_they_were_typed() throws Exception {
        assertThat(machine.run("run", "my file.jsh", "--timeout", "3", "*", "").out())
                .endsWith(
                        """
                        argument: run
                        argument: my file.jsh
                        argument: --timeout
                        argument: 3
                        argument: *
                        argument:\s
                        """);
    }

    @Test
    void java_takes_the_place_of_the_launcher_so_that_signals_reach_it() throws Exception {
        var outcome = machine.run("serve");
        assertThat(outcome.out()).contains("process: " + outcome.process());
    }

    @Test
    void the_current_folder_stays_and_links_are_followed() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("else where")).toRealPath();
        var link = Files.createSymbolicLink(elsewhere.resolve("start"), Path.of("../second link"));
        Files.createSymbolicLink(folder.resolve("second link"), machine.root.resolve("interleave"));

        var outcome = FakeMachine.outcome(machine.start(elsewhere, link, Map.of(), "run", "a.jsh"));

        assertThat(outcome.out())
                .contains("folder: " + elsewhere)
                .contains("argument: -Dinterleave.root=" + machine.root);
    }

    @Test
    void it_starts_without_a_home_folder() throws Exception {
        var outcome = machine.run(Map.of("HOME", ""), "serve");
        assertThat(outcome.status()).isZero();
        assertThat(machine.calls()).first().asString().startsWith("maven");
    }

    @Test
    void help_needs_neither_a_jdk_nor_a_build() throws Exception {
        var outcome = machine.run(Map.of("INTERLEAVE_JDK_FOLDERS", folder.toString()), "--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("serve").contains("run").contains("doctor");
        assertThat(machine.calls()).isEmpty();
    }

    @Test
    void bubblewrap_is_installed_when_it_is_missing_and_may_be() throws Exception {
        Files.delete(machine.bin.resolve("bwrap"));
        machine.script(
                machine.bin.resolve("id"), "#!/bin/sh\n[ \"$1\" = -un ] && echo root || echo 0\n");
        machine.script(
                machine.bin.resolve("apt-get"),
                """
                #!/bin/sh
                echo "apt-get $*" >>"$CALLS"
                [ "$1" = update ] && touch "$CALLS.updated"
                [ -f "$CALLS.updated" ] || exit 100
                [ "$1" = install ] && ln -s /bin/true "${0%/*}/bwrap"
                exit 0
                """);
        Files.createSymbolicLink(machine.bin.resolve("ln"), Path.of("/bin/ln"));

        var outcome = machine.run("serve");

        assertThat(outcome.err()).contains("Installing bubblewrap");
        assertThat(machine.calls())
                .contains("apt-get update")
                .contains("apt-get install -y --no-install-recommends bubblewrap");
        assertThat(outcome.out()).contains("argument: serve");
        assertThat(machine.run("serve").err()).isEmpty();
    }

    @Test
    void who_may_not_install_is_told_what_to_type() throws Exception {
        Files.delete(machine.bin.resolve("bwrap"));
        machine.script(
                machine.bin.resolve("id"),
                "#!/bin/sh\n[ \"$1\" = -un ] && echo ada || echo 1000\n");
        machine.script(machine.bin.resolve("apt-get"), "#!/bin/sh\nexit 1\n");

        var outcome = machine.run("serve");

        assertThat(outcome.err())
                .contains("bubblewrap is missing.")
                .contains("sudo apt-get install -y --no-install-recommends bubblewrap");
        assertThat(outcome.out()).as("the server says what it means").contains("argument: serve");
    }

    @Test
    void without_the_jail_nothing_is_installed() throws Exception {
        Files.delete(machine.bin.resolve("bwrap"));
        machine.script(machine.bin.resolve("apt-get"), "#!/bin/sh\necho apt-get >>\"$CALLS\"\n");
        machine.run("serve", "--unsafe-no-jail");
        assertThat(machine.calls()).doesNotContain("apt-get");
    }
}
