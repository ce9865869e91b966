package dev.interleave.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What a thread says of itself, in the words of {@link Thread}: a class of the learner's can
 * override these methods, and to look which it overrides would load classes by its own loader.
 * Nothing of that is run here.
 */
final class BareThreads {

    private BareThreads() {}

    static StackTraceElement[] stack(Thread thread) {
        if (isOfJdk(thread)) {
            return thread.getStackTrace();
        }
        try {
            return (StackTraceElement[]) Overridable.STACK.invokeExact(thread);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static Thread.State state(Thread thread) {
        if (isOfJdk(thread)) {
            return thread.getState();
        }
        try {
            return (Thread.State) Overridable.STATE.invokeExact(thread);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void interrupt(Thread thread) {
        if (isOfJdk(thread)) {
            thread.interrupt();
            return;
        }
        try {
            Overridable.INTERRUPT.invokeExact(thread);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static boolean isOfJdk(Thread thread) {
        return thread.getClass().getClassLoader() == null;
    }

    /** These methods declare nothing; want of memory is survived by whoever asks. */
    private static RuntimeException unexpected(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }

    /** Made when a thread of a learner's class is met first: most sessions never see one. */
    private static final class Overridable {

        static final MethodHandle STACK = find("getStackTrace", StackTraceElement[].class);
        static final MethodHandle STATE = find("getState", Thread.State.class);
        static final MethodHandle INTERRUPT = find("interrupt", void.class);

        private static MethodHandle find(String name, Class<?> result) {
            try {
                MethodHandles.Lookup lookup = JdkThreads.lookup();
                MethodType type = MethodType.methodType(result);
                return lookup.findSpecial(Thread.class, name, type, Thread.class);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
