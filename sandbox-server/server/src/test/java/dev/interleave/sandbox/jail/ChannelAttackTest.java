package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChannelAttackTest extends AttackTest {

    @Test
    void nothing_can_connect_a_second_time() throws IOException {
        assertThat(laboratory.inside("NetworkAttacks.unixSocket", Bubblewrap.CHANNEL))
                .contains("refused: java.net.ConnectException: Connection refused");
    }

    /** Never tried outside of a jail: it would write into whatever the JVM has open there. */
    @Test
    void what_is_written_to_the_open_files_of_the_jvm_never_gets_into_the_channel()
            throws IOException {
        assertThat(laboratory.inside("ChannelAttacks.writeToDescriptors"))
                .matches("succeeded: [0-9]");
    }
}
