package dev.interleave.explore.schedule;

import dev.interleave.explore.jdk.UnsupportedJdkException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;

/**
 * What the JDK does not offer: virtual threads on a scheduler of one's own. Rests on names inside
 * {@code java.lang} of JDK 25 and refuses any JDK that has others.
 *
 * <p>Threading: safe from any thread.
 */
public final class VirtualThreads {

    private static final Constructor<?> BUILDER = builderConstructor();

    private VirtualThreads() {}

    static Thread unstarted(Executor scheduler, String name, Runnable task) {
        try {
            return ((Thread.Builder) BUILDER.newInstance(scheduler)).name(name).unstarted(task);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedJdkException("virtual threads on an own scheduler", e);
        }
    }

    /**
     * The thread that a continuation belongs to: the only thing that the method reference inside
     * the JDK captures.
     */
    static Thread of(Runnable continuation) {
        try {
            for (Field field : continuation.getClass().getDeclaredFields()) {
                field.setAccessible(true);
                if (field.get(continuation) instanceof Thread thread) return thread;
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("the thread of a continuation", e);
        }
        throw new UnsupportedJdkException("the thread of a continuation", null);
    }

    private static Constructor<?> builderConstructor() {
        try {
            var constructor =
                    Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                            .getDeclaredConstructor(Executor.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new UnsupportedJdkException("virtual threads on an own scheduler", e);
        }
    }
}
