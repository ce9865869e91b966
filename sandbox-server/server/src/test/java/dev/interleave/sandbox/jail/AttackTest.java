package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An attack succeeds in a plain process and is refused in a jail. */
@Timeout(300)
abstract class AttackTest {

    @TempDir static Path work;
    static Laboratory laboratory;

    @BeforeAll
    static void open() throws IOException {
        laboratory = new Laboratory(work);
        var isolation = laboratory.jails.isolation();
        assertThat(isolation.jailed()).as("%s", isolation).isTrue();
    }

    @AfterAll
    static void close() throws IOException {
        laboratory.close();
    }

    /** The attack must be real, and the jail must refuse it for this reason. */
    static void refused(String reason, String attack, Object... arguments) throws IOException {
        assertThat(laboratory.outside(attack, arguments)).startsWith("succeeded");
        assertThat(laboratory.inside(attack, arguments)).startsWith("refused").contains(reason);
    }
}
