package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCachesTest {

    @TempDir Path work;

    private Path app;
    private AotCaches caches;

    @BeforeEach
    void make() throws IOException {
        app = AppFolder.in(work);
        caches = new AotCaches(work.resolve("aot"), Path.of(System.getProperty("java.home")));
    }

    @Test
    void a_cache_serves_a_program_whatever_that_is_told() throws IOException {
        for (Role role : List.of(Role.COMPILER, Role.SESSION)) {
            keep(program(role));
            assertThat(equipped(program(role, "cpu=2000", "warm-up=1")).aot().reads()).isTrue();
        }
    }

    @Test
    void a_cache_serves_no_program_with_other_jars() throws IOException {
        keep(program(Role.COMPILER));
        Files.write(app.resolve("compiler.jar"), new byte[] {1});
        assertThat(equipped(program(Role.COMPILER)).aot().reads()).isFalse();
    }

    @Test
    void a_cache_serves_no_program_with_other_flags() throws IOException {
        keep(program(Role.SESSION));
        Profile other = new Profile("other", false, 128, 0, 0, List.of(), List.of());
        Program program = Program.of(new JailSpec("other", Role.SESSION, other), app);
        assertThat(equipped(program).aot().reads()).isFalse();
    }

    @Test
    void a_cache_serves_a_program_with_another_heap_and_more_carriers() throws IOException {
        keep(grader(64, 1));
        assertThat(equipped(grader(128, 4)).aot().reads()).isTrue();
    }

    private Program grader(int heapMegabytes, int parallelism) {
        Profile sized =
                new Profile("grading", true, heapMegabytes, parallelism, 0, List.of(), List.of());
        return Program.of(new JailSpec("some", Role.GRADER, sized), app);
    }

    private Program program(Role role, String... told) {
        return Program.of(new JailSpec("some", role, Profile.DEFAULT, List.of(told)), app);
    }

    private void keep(Program program) throws IOException {
        caches.keep("kind", program, Files.createTempFile(work, "cache", ".aot"));
    }

    private Program equipped(Program program) throws IOException {
        return caches.equip("kind", program);
    }
}
