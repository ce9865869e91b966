package dev.interleave.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher builds what is out of date, nothing else, and says so. */
class BuildingTest {

    @TempDir Path folder;
    private FakeMachine machine;

    @BeforeEach
    void with_a_jdk() throws Exception {
        machine = new FakeMachine(folder);
        machine.jdk(machine.jdks.resolve("jdk-25"), "25.0.3");
    }

    @Test
    void the_first_start_builds_the_program_and_the_lessons() throws Exception {
        var outcome = machine.run("serve");

        assertThat(outcome.status()).isZero();
        assertThat(machine.calls()).hasSize(2).last().isEqualTo("lessons");
        assertThat(machine.calls()).first().asString().startsWith("maven ").contains("package");
        assertThat(outcome.err()).contains("the first time");
        assertThat(outcome.out()).doesNotContain("Building");
    }

    @Test
    void a_second_start_builds_nothing_and_says_nothing() throws Exception {
        machine.run("serve");
        machine.forgetCalls();
        assertThat(machine.run("serve").err()).isEmpty();
        assertThat(machine.calls()).isEmpty();
    }

    @Test
    void a_changed_lesson_only_converts_the_lessons() throws Exception {
        assertBuiltAfterAChangeOf("lessons/course.adoc", "lessons");
    }

    @Test
    void a_new_exercise_only_converts_the_lessons() throws Exception {
        assertBuiltAfterAChangeOf("exercises/two-kettles/task.adoc", "lessons");
    }

    @Test
    void changed_code_builds_the_program_and_converts_the_lessons() throws Exception {
        assertBuiltAfterAChangeOf("sandbox-server/agent/src/main/java/A.java", "maven", "lessons");
    }

    @Test
    void a_changed_test_builds_nothing() throws Exception {
        assertBuiltAfterAChangeOf("web-ui/server/src/test/java/BTest.java");
    }

    @Test
    void removed_code_builds_the_program() throws Exception {
        machine.run("serve");
        machine.forgetCalls();
        Files.delete(machine.root.resolve("web-ui/server/src/main/java/B.java"));
        machine.run("serve");
        assertThat(machine.calls()).hasSize(2);
    }

    @Test
    void what_changes_during_a_build_is_built_the_next_time() throws Exception {
        var changed = machine.root.resolve("web-ui/server/src/main/java/B.java");
        var maven = Files.readString(machine.root.resolve("mvnw"));
        machine.script(machine.root.resolve("mvnw"), maven + "echo x >>'" + changed + "'\n");
        machine.run("serve");
        machine.forgetCalls();
        machine.run("serve");
        assertThat(machine.calls()).hasSize(2);
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_ends() throws Exception {
        var outcome = machine.run(Map.of("FAILURE", "B.java:[1,1] ';' expected"), "serve");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("B.java:[1,1] ';' expected")
                .doesNotContain("[INFO]")
                .contains("target/build.log");
    }

    @Test
    void after_a_build_that_failed_the_next_start_builds_again() throws Exception {
        machine.run(Map.of("FAILURE", "no"), "serve");
        machine.forgetCalls();
        assertThat(machine.run("serve").status()).isZero();
        assertThat(machine.calls()).hasSize(2);
    }

    @Test
    void starts_at_the_same_time_build_once() throws Exception {
        var launcher = machine.root.resolve("interleave");
        var starts =
                List.of(
                        machine.start(folder, launcher, Map.of(), "serve"),
                        machine.start(folder, launcher, Map.of(), "serve"),
                        machine.start(folder, launcher, Map.of(), "serve"));
        for (var start : starts) {
            assertThat(FakeMachine.outcome(start).status()).isZero();
        }
        assertThat(machine.calls()).hasSize(2);
    }

    @Test
    void a_program_that_is_running_keeps_its_files() throws Exception {
        machine.run("serve");
        var apps = machine.root.resolve("target/interleave");
        var running = app(apps);
        Files.createFile(running.resolve("users/" + ProcessHandle.current().pid()));

        rebuild();
        assertThat(running).exists();
        var second = app(apps);
        rebuild();

        assertThat(running).exists();
        assertThat(second).as("no process was started from it any more").doesNotExist();
    }

    private void rebuild() throws Exception {
        machine.write(machine.root.resolve("web-ui/server/src/main/java/B.java"), "changed");
        machine.run("serve");
    }

    private static Path app(Path apps) throws Exception {
        return apps.resolve(Files.readString(apps.resolve("app")).strip());
    }

    private void assertBuiltAfterAChangeOf(String file, String... calls) throws Exception {
        machine.run("serve");
        machine.forgetCalls();
        machine.write(machine.root.resolve(file), "changed");
        assertThat(machine.run("serve").status()).isZero();
        assertThat(machine.calls().stream().map(call -> call.split(" ")[0])).containsExactly(calls);
    }
}
