package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Profile;
import dev.interleave.wire.WireReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The product's own programs start in jails, with every kind of switch that a lesson can set. */
@Timeout(300)
class ProgramsTest {

    private static final int HELLO = 1;

    private static Jails jails;

    @BeforeAll
    static void open(@TempDir Path work) throws IOException {
        Path jdk = Path.of(System.getProperty("java.home"));
        Path app = AppFolder.in(work);
        jails = Jails.open(new JailSettings(jdk, app, work.resolve("runtime"), false));
    }

    @AfterAll
    static void close() {
        jails.close();
    }

    @Test
    void a_session_says_hello() throws IOException {
        says_hello(new JailSpec("session", Role.SESSION, Profile.DEFAULT));
    }

    @Test
    void a_compiler_says_hello() throws IOException {
        says_hello(new JailSpec("compiler", Role.COMPILER, Profile.DEFAULT));
    }

    @Test
    void a_session_with_all_switches_says_hello() throws IOException {
        Profile all =
                new Profile(
                        "all", false, 64, 1, 1, List.of(), List.of("java.base/jdk.internal.vm"));
        says_hello(new JailSpec("switches", Role.SESSION, all));
    }

    private static void says_hello(JailSpec spec) throws IOException {
        try (Jail jail = jails.start(spec)) {
            assertThat(new WireReader(jail.in()).next()).isEqualTo(HELLO);
            jail.kill();
            assertThat(new String(jail.raw().readAllBytes())).isEmpty();
        }
    }
}
