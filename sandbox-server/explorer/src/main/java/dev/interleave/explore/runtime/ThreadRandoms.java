package dev.interleave.explore.runtime;

import dev.interleave.explore.jdk.UnsupportedJdkException;
import java.lang.reflect.Field;

/** Sets what ThreadLocalRandom draws in a thread, which the JDK keeps in fields of the thread. */
final class ThreadRandoms {

    private static final Field SEED = field("threadLocalRandomSeed");
    private static final Field PROBE = field("threadLocalRandomProbe");
    private static final Field SECONDARY = field("threadLocalRandomSecondarySeed");

    private ThreadRandoms() {}

    static void seed(Thread thread, long seed) {
        try {
            SEED.setLong(thread, seed);
            PROBE.setInt(thread, (int) (seed >>> 32) | 1);
            SECONDARY.setInt(thread, (int) seed | 1);
        } catch (IllegalAccessException e) {
            throw new UnsupportedJdkException("the seed of ThreadLocalRandom", e);
        }
    }

    private static Field field(String name) {
        try {
            var field = Thread.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("the seed of ThreadLocalRandom", e);
        }
    }
}
