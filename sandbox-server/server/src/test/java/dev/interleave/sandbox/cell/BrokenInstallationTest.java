package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CellEvent.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenInstallationTest {

    @TempDir Path work;

    @Test
    void a_missing_agent_is_told_to_the_learner_and_not_waited_for() throws Exception {
        assertRefused("agent.jar", null);
    }

    @Test
    void an_agent_that_does_not_start_is_told_to_the_learner_and_not_waited_for() throws Exception {
        assertRefused("agent.jar", "no jar at all");
    }

    @Test
    void a_compiler_that_does_not_start_is_told_to_the_learner_and_not_waited_for()
            throws Exception {
        assertRefused("compiler.jar", "no jar at all");
    }

    private void assertRefused(String jar, String content) throws Exception {
        Path broken = App.in(work.resolve("broken")).resolve(jar);
        Files.delete(broken);
        if (content != null) {
            Files.writeString(broken, content);
        }
        Path jdk = Path.of(System.getProperty("java.home"));
        var settings = SandboxSettings.of(jdk, work.resolve("broken"), work.resolve("runtime"));
        try (LocalSandbox sandbox = LocalSandbox.open(settings)) {
            Ran ran =
                    TestSandbox.start(
                            sandbox.open(dev.interleave.sandbox.Profile.DEFAULT), "1 + 1");
            ran.assertEnded(Status.KILLED);
            assertThat(ran.done().message()).contains("no fault of the cell");
        }
    }
}
