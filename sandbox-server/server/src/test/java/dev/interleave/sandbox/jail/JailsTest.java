package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Isolation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs real JVMs in real jails. */
@Timeout(300)
class JailsTest {

    @TempDir Path work;
    private Jails jails;

    @BeforeEach
    void open() {
        Path jdk = Path.of(System.getProperty("java.home"));
        jails = Jails.open(new JailSettings(jdk, work, work.resolve("runtime"), false));
    }

    @AfterEach
    void close() {
        jails.close();
    }

    @Test
    void every_layer_of_the_jail_is_seen_to_hold() {
        assertThat(jails.isolation().layers()).allMatch(Isolation.Layer::present);
        assertThat(jails.isolation().jailed()).isTrue();
    }

    @Test
    void a_jdk_that_only_the_server_may_reach_is_shown_to_jails() throws Exception {
        Path hidden = Files.createDirectory(work.resolve("hidden"));
        Path copy = HiddenJdk.in(hidden);
        var settings = new JailSettings(copy, work, work.resolve("hidden-runtime"), false);
        try (Jails others = Jails.open(settings)) {
            assertThat(others.isolation().layers()).allMatch(Isolation.Layer::present);
        }
    }
}
