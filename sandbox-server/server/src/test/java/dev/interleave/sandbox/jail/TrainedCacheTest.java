package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Profile;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Session JVMs start from caches of classes that others have recorded. */
@Timeout(300)
class TrainedCacheTest {

    private static final int HELLO = 1;

    @TempDir Path work;
    private Jails jails;

    @BeforeEach
    void open() throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        jails =
                Jails.open(
                        new JailSettings(jdk, AppFolder.in(work), work.resolve("runtime"), false));
    }

    @AfterEach
    void close() {
        jails.close();
    }

    @Test
    void a_session_starts_from_its_cache() throws IOException {
        starts_from_cache(Profile.DEFAULT);
    }

    @Test
    void a_session_with_a_lessons_libraries_starts_from_its_cache() throws IOException {
        Path libraries = Files.createDirectory(work.resolve("app/lib"));
        Files.copy(Sources.attacks(work), libraries.resolve("lesson.jar"));
        starts_from_cache(new Profile("lesson", true, 64, 0, 0, List.of("lesson.jar"), List.of()));
    }

    private void starts_from_cache(Profile profile) throws IOException {
        JailSpec spec = new JailSpec("trained", Role.SESSION, profile);
        assertThat(mapped(spec)).noneMatch(line -> line.endsWith(".aot"));
        jails.train(spec, TrainedCacheTest::hello);
        assertThat(mapped(spec)).anyMatch(line -> line.endsWith(".aot"));
    }

    private static void hello(Jail jail) throws IOException {
        assertThat(new WireReader(jail.in()).next()).isEqualTo(HELLO);
    }

    private List<String> mapped(JailSpec spec) throws IOException {
        try (Jail jail = jails.start(spec)) {
            hello(jail);
            return MappedFiles.of(jail);
        }
    }
}
