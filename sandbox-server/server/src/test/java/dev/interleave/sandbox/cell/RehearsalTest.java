package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class RehearsalTest {

    @TempDir Path work;

    @Test
    void jvms_rehearse_once_for_each_build_and_later_ones_start_from_that()
            throws IOException, InterruptedException {
        Path app = App.in(work.resolve("app"));
        Path runtime = work.resolve("runtime");
        try (TestSandbox sandbox = TestSandbox.openPatiently(app, runtime)) {
            sandbox.sandbox().rehearse();
            Map<String, FileTime> first = caches();
            assertThat(first.keySet())
                    .hasSize(2)
                    .anyMatch(name -> name.startsWith("compiler.default."))
                    .anyMatch(name -> name.startsWith("session.default."));

            sandbox.sandbox().rehearse();
            assertThat(caches()).isEqualTo(first);
            while (sandbox.sandbox().load().pooled() == 0) {
                Thread.sleep(20);
            }
            TestSandbox.assertWorks(sandbox.session());
        }
        try (TestSandbox later = TestSandbox.openPatiently(app, runtime)) {
            Session session = later.session();
            TestSandbox.assertWorks(session);
            assertThat(TestSandbox.compilers())
                    .isNotEmpty()
                    .allSatisfy(RehearsalTest::starts_from_its_cache);
            starts_from_its_cache(TestSandbox.jvmOf(session));
        }
    }

    private static void starts_from_its_cache(ProcessHandle jvm) throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc/" + jvm.pid() + "/maps"))) {
            assertThat(maps).anyMatch(line -> line.endsWith(".aot"));
        }
    }

    private Map<String, FileTime> caches() throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(work.resolve("runtime/aot"))) {
            for (Path file : files.toList()) {
                times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
