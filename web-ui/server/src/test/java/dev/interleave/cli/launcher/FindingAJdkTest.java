package dev.interleave.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the places where people keep their JDKs. */
class FindingAJdkTest {

    @TempDir Path folder;
    private FakeMachine machine;

    @BeforeEach
    void with_a_jdk_17_on_the_path() throws Exception {
        machine = new FakeMachine(folder);
        var old = machine.jdk(folder.resolve("jdk 17"), "17.0.15");
        Files.createSymbolicLink(machine.bin.resolve("java"), old.resolve("bin/java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".sdkman/candidates/java/25.0.3-tem",
                ".jdks/temurin-25.0.3",
                ".jenv/versions/25",
                ".asdf/installs/java/temurin-25",
                ".local/share/mise/installs/java/25",
                "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home"
            })
    void it_is_found_in_the_home_folder(String place) throws Exception {
        var jdk = machine.jdk(machine.home.resolve(place), "25.0.3");
        assertThat(machine.run("serve").out()).contains("java: " + jdk + "/bin/java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_HOME", "JDK_HOME"})
    void it_is_found_by_a_variable(String variable) throws Exception {
        var jdk = machine.jdk(folder.resolve("my own/jdk"), "25");
        var outcome = machine.run(Map.of(variable, jdk.toString()), "serve");
        assertThat(outcome.out()).contains("java: " + jdk.toRealPath() + "/bin/java");
    }

    @Test
    void it_is_found_on_the_path_through_links() throws Exception {
        var jdk = machine.jdk(folder.resolve("somewhere/jdk"), "25.0.3").toRealPath();
        Files.createSymbolicLink(folder.resolve("alternative"), jdk.resolve("bin/java"));
        Files.delete(machine.bin.resolve("java"));
        Files.createSymbolicLink(machine.bin.resolve("java"), folder.resolve("alternative"));
        assertThat(machine.run("serve").out()).contains("java: " + jdk + "/bin/java");
    }

    @Test
    void it_is_found_in_the_folders_of_the_system() throws Exception {
        machine.jdk(machine.jdks.resolve("java-21"), "21.0.9");
        var jdk = machine.jdk(machine.jdks.resolve("temurin-25"), "25.0.3");
        assertThat(machine.run("serve").out()).contains("java: " + jdk + "/bin/java");
    }

    @Test
    void a_java_home_of_another_version_does_not_stop_the_search() throws Exception {
        var old = machine.jdk(folder.resolve("old"), "21");
        var jdk = machine.jdk(machine.jdks.resolve("a"), "25.0.3");
        var outcome = machine.run(Map.of("JAVA_HOME", old.toString()), "serve");
        assertThat(outcome.out()).contains("java: " + jdk + "/bin/java");
    }

    @Test
    void one_without_a_compiler_does_not_count() throws Exception {
        var runtime = machine.jdk(machine.jdks.resolve("a-jre"), "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(machine.run("serve").status()).isEqualTo(1);
    }

    @Test
    void without_a_release_file_the_compiler_is_asked() throws Exception {
        var jdk = machine.jdk(machine.jdks.resolve("a"), "");
        Files.delete(jdk.resolve("release"));
        machine.script(jdk.resolve("bin/javac"), "#!/bin/sh\necho javac 25.0.3\n");
        assertThat(machine.run("serve").out()).contains("java: " + jdk + "/bin/java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24.0.2", "26", "250.1", "2.5", "1.8.0_25", "8"})
    void other_versions_do_not_count(String version) throws Exception {
        machine.jdk(machine.jdks.resolve("a"), version);
        assertThat(machine.run("serve").status()).isEqualTo(1);
    }

    @Test
    void without_one_it_says_what_was_found_and_how_to_get_one() throws Exception {
        var outcome = machine.run("serve");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("Interleave needs a JDK 25")
                .contains("JDK 17 in " + folder.toRealPath() + "/jdk 17")
                .contains("JAVA_HOME=/path/to/jdk-25 ./interleave serve");
        assertThat(machine.calls()).isEmpty();
    }
}
