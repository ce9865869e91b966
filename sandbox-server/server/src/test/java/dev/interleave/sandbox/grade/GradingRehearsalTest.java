package dev.interleave.sandbox.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.grade.Exercise.Settings;
import dev.interleave.sandbox.jail.Jail;
import dev.interleave.sandbox.jail.JailSpec;
import dev.interleave.sandbox.jail.MappedFiles;
import dev.interleave.sandbox.jail.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVMs of gradings start from what others of this build have recorded. */
class GradingRehearsalTest {

    @Test
    void those_that_compile_and_those_that_test_start_from_a_cache(@TempDir Path work)
            throws IOException {
        try (TestJudge judge = TestJudge.open(work)) {
            assertThat(mapped(judge, CompileJail.spec())).anyMatch(line -> line.endsWith(".aot"));
            assertThat(mapped(judge, GradingRun.spec(Settings.DEFAULT, Role.GRADER)))
                    .anyMatch(line -> line.endsWith(".aot"));
        }
    }

    private static List<String> mapped(TestJudge judge, JailSpec spec) throws IOException {
        try (Jail jail = judge.jails.start(spec)) {
            return MappedFiles.of(jail);
        }
    }
}
