package dev.interleave.measurer.run;

import java.lang.invoke.MethodHandle;

/**
 * The one version that this JVM measures, where JMH's stubs find it: JMH makes them, and hands them
 * nothing.
 */
final class Loaded {

    private static volatile Target target;

    private Loaded() {}

    static void set(Target version) {
        target = version;
    }

    static MethodHandle handle() {
        return target.handle();
    }

    static Object receiver() {
        return target.receiver();
    }

    static int n() {
        return target.n();
    }
}
