package dev.interleave.sandbox.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapacityTest {

    private static final long GIB = 1L << 30;

    @Test
    void sixteen_gibibytes_carry_five_hundred_sessions() {
        assertThat(Capacity.of(16 * GIB, 2).sessionJvms()).isBetween(500, 600);
    }

    @Test
    void a_small_machine_still_carries_some() {
        Capacity small = Capacity.of(2 * GIB, 1);
        assertThat(small.sessionJvms()).isBetween(4, 30);
        assertThat(small.pooled().least()).isLessThanOrEqualTo(small.pooled().most());
    }

    @Test
    void every_size_of_machine_has_a_capacity() {
        for (long mib = 64; mib < 2_000_000; mib = mib * 3 / 2) {
            assertThat(Capacity.of(mib << 20, 1 + (int) (mib % 128)).sessionJvms()).isPositive();
        }
    }
}
