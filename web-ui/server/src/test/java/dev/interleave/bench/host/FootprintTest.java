package dev.interleave.bench.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FootprintTest {

    @TempDir Path work;

    @Test
    void what_has_grown_is_named_with_both_counts() {
        var before = new Footprint(Map.of("processes", 3L, "threads", 9L, "files", 2L));
        var after = new Footprint(Map.of("processes", 5L, "threads", 9L, "files", 1L));
        assertThat(after.grownSince(before)).containsExactly("processes: 5, before 3");
        assertThat(before.grownSince(before)).isEmpty();
    }

    @Test
    void files_threads_and_processes_that_are_kept_are_counted() throws Exception {
        var before = Footprint.now().counts();
        var thread = Thread.ofVirtual().unstarted(FootprintTest::sleep);
        var process = new ProcessBuilder("sleep", "1000").start();
        try (var _ = Files.newOutputStream(work.resolve("kept"))) {
            thread.start();
            var after = Footprint.now().counts();
            assertThat(after.get("processes")).isGreaterThan(before.get("processes"));
            assertThat(after.get("threads of the server"))
                    .isGreaterThan(before.get("threads of the server"));
            assertThat(after.get("open files of the server"))
                    .isGreaterThan(before.get("open files of the server"));
        } finally {
            thread.interrupt();
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
