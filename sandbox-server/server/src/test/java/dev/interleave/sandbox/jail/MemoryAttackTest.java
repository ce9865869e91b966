package dev.interleave.sandbox.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryAttackTest extends AttackTest {

    private static final int MEBIBYTES = 400;

    @Test
    void the_heap_ends_with_an_error_that_the_learner_sees() throws IOException {
        assertThat(laboratory.inside("MemoryAttacks.heap", MEBIBYTES))
                .isEqualTo("refused: java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void direct_buffers_end_with_an_error_that_the_learner_sees() throws IOException {
        assertThat(laboratory.inside("MemoryAttacks.directBuffers", MEBIBYTES))
                .startsWith("refused: java.lang.OutOfMemoryError: Cannot reserve");
    }

    @Test
    void classes_end_with_an_error_that_the_learner_sees() throws IOException {
        assertThat(laboratory.inside("MemoryAttacks.classes", 100_000))
                .startsWith("refused: java.lang.OutOfMemoryError: ")
                .containsAnyOf("Metaspace", "Compressed class space");
    }

    @Test
    void memory_that_no_flag_of_the_jvm_bounds_ends_the_jail() throws IOException {
        assertThat(laboratory.outside("MemoryAttacks.arena", MEBIBYTES)).startsWith("succeeded");
        assertThat(laboratory.inside("MemoryAttacks.arena", MEBIBYTES))
                .isEqualTo("died: " + new End(137, false, true));
    }
}
