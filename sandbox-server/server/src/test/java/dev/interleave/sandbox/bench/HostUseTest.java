package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.bench.HostUse.Use;
import org.junit.jupiter.api.Test;

class HostUseTest {

    @Test
    void what_the_host_of_a_machine_takes_is_not_what_other_programs_use() {
        var use = Use.of("cpu  100 20 30 4000 500 6 7 80 0 0");

        assertThat(use.busyNanos()).isEqualTo((100 + 20 + 30 + 6 + 7) * 10_000_000L);
        assertThat(use.stolenNanos()).isEqualTo(80 * 10_000_000L);
    }

    @Test
    void a_kernel_that_tells_no_steal_has_none() {
        assertThat(Use.of("cpu  1 2 3 4 5 6 7").stolenNanos()).isZero();
    }
}
