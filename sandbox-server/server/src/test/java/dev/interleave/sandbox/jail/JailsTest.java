package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.Isolation;
import dev.interleave.sandbox.Profile;
import java.nio.file.Path;
import java.util.List;
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
    void a_jail_answers_on_its_channel_until_it_is_killed() throws Exception {
        Program echo =
                new Program(
                        JvmFlags.of(Role.SESSION, Profile.DEFAULT),
                        List.of(Sources.attacks(work)),
                        new Program.MainClass("Echo", List.of()));
        try (Jail jail = jails.start("echo", echo, JailLimits.SESSION)) {
            jail.out().write(new byte[] {1, 2, 3});
            jail.out().flush();
            assertThat(jail.in().readNBytes(3)).containsExactly(1, 2, 3);

            jail.kill();
            assertThat(jail.ended().get()).isEqualTo(new End(137, true, false));
            assertThat(jail.in().read()).isEqualTo(-1);
        }
    }
}
